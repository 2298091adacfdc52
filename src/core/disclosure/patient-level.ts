declare const patientLevelBrand: unique symbol;

/**
 * Rows of single patients. They may be shown on this screen and nowhere else: nothing that exports, links, counts or
 * titles takes such a value, and no `Released` can be made of it.
 */
export type PatientLevel<T> = T & { readonly [patientLevelBrand]: true };

/** Marks what a question answers as rows of single patients. */
export const patientLevel = <T extends object>(value: T): PatientLevel<T> =>
  Object.freeze(value) as PatientLevel<T>;
