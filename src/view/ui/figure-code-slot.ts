import { createContext, type ReactNode } from 'react';

/** What a figure shows of its own code, under its numbers; `null` where there is none. */
export const FigureCodeSlot = createContext<ReactNode>(null);

/** What lets a figure leave the page, under its code; `null` where it does not. */
export const FigureExportSlot = createContext<ReactNode>(null);
