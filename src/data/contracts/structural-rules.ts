import type { ExtractTableName } from '@core/domain/extract-tables';
import type { QualityDimension } from '@core/domain/quality-rule';
import { extractContract } from './extract-contract';

/** Rules that every row of an open extract keeps: the opening refuses a row that breaks one. */
export interface StructuralRules {
  readonly table: ExtractTableName;
  readonly dimension: QualityDimension;
  readonly rules: number;
}

/**
 * The rules of the contract that loading enforces, counted: types, columns that may not be null, codes and limits
 * (conformity), keys (uniqueness), references (consistency).
 */
export const structuralRules: readonly StructuralRules[] = extractContract.tables.flatMap(
  ({ name, columns, key }): StructuralRules[] => {
    const table = name as ExtractTableName;
    const having = (has: (column: (typeof columns)[number]) => boolean) => columns.filter(has).length;
    const conformity =
      columns.length +
      having(({ nullable }) => !nullable) +
      having(({ values }) => values !== undefined) +
      having(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined);
    return [
      { table, dimension: 'conformity', rules: conformity },
      { table, dimension: 'uniqueness', rules: key.length === 0 ? 0 : 1 },
      { table, dimension: 'consistency', rules: having(({ references }) => references !== undefined) },
    ];
  },
);
