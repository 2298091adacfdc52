import { fillSlots } from '../sql-text';
import { tkiLinesSql } from '../tki-lines';
import observedLineSql from './observed-line.sql?raw';

/** The TKI lines with the time that each was under observation. */
export const observedLinesSql = fillSlots(observedLineSql, { tki: tkiLinesSql });
