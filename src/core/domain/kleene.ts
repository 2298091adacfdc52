/** Three-valued "and": one `false` decides; else one that is not known (`null`) makes the answer not known. */
export function allOf(claims: readonly (boolean | null)[]): boolean | null {
  if (claims.includes(false)) return false;
  return claims.includes(null) ? null : true;
}

/** Three-valued "or": one `true` decides; else one that is not known (`null`) makes the answer not known. */
export function anyOf(claims: readonly (boolean | null)[]): boolean | null {
  if (claims.includes(true)) return true;
  return claims.includes(null) ? null : false;
}

/** Three-valued "not". */
export const notSo = (claim: boolean | null): boolean | null => (claim === null ? null : !claim);
