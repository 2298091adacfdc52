declare const releasedBrand: unique symbol;

/** A value that has been through disclosure control. Exports take nothing else, so that forgetting it does not compile. */
export type Released<T> = T & { readonly [releasedBrand]: true };

/** The only way to a released value; for the files of this folder. */
export const released = <T extends object>(value: T): Released<T> => Object.freeze(value) as Released<T>;
