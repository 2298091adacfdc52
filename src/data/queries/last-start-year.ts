import type { Engine } from '@data/engine/engine';

/**
 * The last calendar year in which a line was begun: the extract is of that year or later, which is all that can be known of its
 * age without its manifest. `undefined` without lines.
 */
export async function lastStartYear(
  engine: Engine,
  options: { readonly signal: AbortSignal },
): Promise<number | undefined> {
  const { columns } = await engine.query(
    'select max(start_year)::integer as year from treatment_line',
    options,
  );
  const year = columns.year?.[0] ?? null;
  return year === null ? undefined : Number(year);
}
