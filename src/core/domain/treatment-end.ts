import type { LineStopReason } from './extract-tables';

/** Why a treatment ended, as the committee reads it: the reasons that an extract records, in five groups. */
export const treatmentEnds = ['resistance', 'intolerance', 'treatment_free', 'death', 'other'] as const;
export type TreatmentEnd = (typeof treatmentEnds)[number];

/** The recorded reasons of each group; what is in none of them, not recorded or not known is `other`. */
export const reasonsOfEnd = {
  resistance: ['resistance', 'progression'],
  intolerance: ['intolerance'],
  treatment_free: ['treatment_free_remission'],
  death: ['death'],
} as const satisfies Readonly<Record<Exclude<TreatmentEnd, 'other'>, readonly LineStopReason[]>>;
