import { type MolecularRow, type SampleValidation, sampleValidations } from './extract-tables';

/** Which samples are read: all that the central check did not reject, or those alone that it validated. */
export const sampleUses = ['unrejected', 'validated'] as const;
export type SampleUse = (typeof sampleUses)[number];

/**
 * What the central check said of a sample, and whether it is read. `unread` is pending while only validated samples are
 * read: it may still be validated, so that what it shows is not known; nothing says that it is wrong.
 */
export const sampleStandings = [...sampleValidations, 'unread'] as const;
export type SampleStanding = (typeof sampleStandings)[number];

/** A row of `molecular` under one use of the samples. */
export type SampleRow = Omit<MolecularRow, 'validation'> & { readonly validation: SampleStanding };

/** Under which standings a sample is read. */
export const readStandings = ['validated', 'pending'] as const satisfies readonly SampleStanding[];

export const isRead = (standing: SampleStanding): boolean =>
  (readStandings as readonly SampleStanding[]).includes(standing);

export function standingUnder(use: SampleUse, validation: SampleValidation): SampleStanding {
  return use === 'validated' && validation === 'pending' ? 'unread' : validation;
}

/** What the central check said, whatever is read. */
export const validationOf = (standing: SampleStanding): SampleValidation =>
  standing === 'unread' ? 'pending' : standing;
