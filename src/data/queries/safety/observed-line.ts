import type { KeyRange } from '../derived/curve-origin-sql';
import { fillSlots } from '../sql-text';
import { tkiLinesOf } from '../tki-lines';
import observedLineSql from './observed-line.sql?raw';

/** The TKI lines with the time that each was under observation. */
export const observedLinesOf = (keys?: KeyRange): string =>
  fillSlots(observedLineSql, { tki: tkiLinesOf(keys) });
