declare const definitionBrand: unique symbol;

/** What is asked (a cohort, an endpoint, an address that holds some) and never what was answered: it holds no patient. */
export type Definition<T> = T & { readonly [definitionBrand]: true };

/** Marks a definition; for those who write definitions down. */
export const definition = <T extends object | string>(value: T): Definition<T> => value as Definition<T>;
