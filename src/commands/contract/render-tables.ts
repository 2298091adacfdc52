import type { ColumnContract, ColumnType, TableContract } from '@data/contracts/contract';
import type { ReadContract } from './read-contract';

const typeScriptTypes: Readonly<Record<ColumnType, string>> = {
  VARCHAR: 'string',
  INTEGER: 'number',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
};

/** TypeScript of `src/core/domain/extract-tables.ts`, not yet formatted: code lists and one row type per table. */
export function renderTables(read: ReadContract): string {
  const { tables } = read.contract;
  return [
    '// Generated from data-contracts/ by `npm run contract`; change the YAML, not this file.',
    `/** The tables of the extract, in the order of the contract. */
export const extractTableNames = ${literal(tables.map(({ name }) => name))};
export type ExtractTableName = (typeof extractTableNames)[number];`,
    ...read.codeLists.map(
      ({ name, type, values }) => `/** Codes of ${columnsOf(read, type).join(', ')}. */
export const ${name} = ${literal(values)};
export type ${type} = (typeof ${name})[number];`,
    ),
    ...tables.map((table) => renderRow(table, read)),
    `/** The row type of each table. */
export interface ExtractRows {
${tables.map(({ name }) => `readonly ${name}: ${rowName(name)};`).join('\n')}
}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function renderRow(table: TableContract, { codeListOf }: ReadContract): string {
  const fields = table.columns.map((column) => {
    const type = codeListOf.get(`${table.name}.${column.name}`) ?? typeScriptTypes[column.type];
    return `/** ${sentence(column)} */
readonly ${column.name}: ${type}${column.nullable ? ' | null' : ''};`;
  });
  return `/** ${table.description.en} Grain: ${table.grain.en}. */
export interface ${rowName(table.name)} {
${fields.join('\n')}
}`;
}

const sentence = ({ description, unit }: ColumnContract) =>
  unit ? `${description.en} Unit: ${unit}.` : description.en;

const literal = (values: readonly string[]) => `${JSON.stringify(values)} as const`;

const columnsOf = ({ codeListOf }: ReadContract, type: string) =>
  [...codeListOf].filter(([, list]) => list === type).map(([column]) => column);

function rowName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Row`;
}
