/**
 * Where every attempt of the self-check is aimed. Names under `.invalid` never resolve (RFC 2606, section 2): an attempt
 * that nothing refuses ends at the resolver of names, and carries nothing but the name of the way it tried.
 */
export const reservedOrigin = 'https://self-check.invalid';

/** The address that one way out is tried with. */
export const addressOf = (way: string): string => `${reservedOrigin}/${way}`;
