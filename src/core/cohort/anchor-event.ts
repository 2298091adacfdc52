/**
 * Events of which a patient has at most one, by which days are counted: diagnosis (day 0), inclusion in the registry,
 * start of the first TKI, first evaluable sample of a depth (since the start of the first TKI), first AP or BP event,
 * molecular recurrence after the first stop, last contact, death.
 */
export const singleEvents = [
  'diagnosis',
  'inclusion',
  'first_tki',
  'first_mmr',
  'first_mr4',
  'first_mr4_5',
  'first_mr5',
  'progression',
  'molecular_recurrence',
  'last_contact',
  'death',
] as const;
export type SingleEvent = (typeof singleEvents)[number];

/** Events that are numbered as the registry numbers them: start and end of line n, stop and restart of attempt n. */
export const numberedEvents = ['line_start', 'line_stop', 'stop', 'restart'] as const;
export type NumberedEvent = (typeof numberedEvents)[number];

/** The day from which a window is counted. A patient in whom it did not happen has no such day. */
export type AnchorEvent =
  | { readonly event: SingleEvent }
  | { readonly event: NumberedEvent; readonly number: number };

/** Day of each single event of one patient, counted from diagnosis; `null` when it did not happen or is not known. */
export type AnchorDays = { readonly [Event in SingleEvent]: number | null };
