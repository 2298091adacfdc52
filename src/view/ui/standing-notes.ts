import { createContext, type ReactNode } from 'react';

/** What is to be said under every figure of a screen, whatever it draws. */
export const StandingNotes = createContext<ReactNode>(null);
