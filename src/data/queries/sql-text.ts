/** A constant of `core/domain` as SQL. Values that a user chose are bound instead, never written. */
export function literal(constant: number | string | readonly string[]): string {
  if (typeof constant === 'number') {
    if (!Number.isFinite(constant)) throw new RangeError(`not a finite constant: ${constant}`);
    return String(constant);
  }
  if (typeof constant === 'string') return `'${constant.replaceAll("'", "''")}'`;
  return `[${constant.map((text) => literal(text)).join(', ')}]`;
}

/** A number of `core/domain` as a double: DuckDB reads `0.0116` as a decimal, and computes with it as one. */
export const real = (constant: number): string => `(${literal(constant)})::double`;

/** A table or column name as SQL. */
export function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new RangeError(`not a name of the contract: ${name}`);
  return `"${name}"`;
}

/**
 * Fills the `{{slots}}` of a statement with SQL.
 *
 * @throws RangeError when a slot is left open or a filling has no slot
 */
export function fillSlots(statement: string, fillings: Readonly<Record<string, string>>): string {
  const unused = new Set(Object.keys(fillings));
  const filled = statement.replace(/\{\{(\w+)\}\}/g, (_, slot: string) => {
    const filling = fillings[slot];
    if (filling === undefined) throw new RangeError(`no filling for {{${slot}}}`);
    unused.delete(slot);
    return filling;
  });
  if (unused.size > 0) throw new RangeError(`no slot for ${[...unused].join(', ')}`);
  return filled;
}
