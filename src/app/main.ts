import '@session/guard';
import { startsEmpty } from '@session/empty-start';
import { startFirstEngine } from '@session/first-engine';

// The engine is the longest part of the way to the first curve: it starts before the screens are even fetched.
if (!startsEmpty(window.location.hash)) startFirstEngine();
void import('./mount-app').then(({ mountApp }) => mountApp());
