import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';

/** The names of the tables that an extract has, whether they hold rows or not: an empty table knows "none". */
export function presentTables(
  tables: readonly { readonly name: string; readonly present: boolean }[],
): ReadonlySet<ExtractTableName> {
  const present = new Set(tables.filter((table) => table.present).map(({ name }) => name));
  return new Set(extractTableNames.filter((name) => present.has(name)));
}
