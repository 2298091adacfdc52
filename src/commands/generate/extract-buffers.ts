import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import { extractContract } from '@data/contracts/extract-contract';
import { TableBuffer } from './table-buffer';

/** One buffer per table of the contract, its columns in the order of the contract. */
export type ExtractBuffers = Readonly<Record<ExtractTableName, TableBuffer>>;

export function createBuffers(): ExtractBuffers {
  const entries = extractTableNames.map((name) => {
    const table = extractContract.tables.find((candidate) => candidate.name === name);
    return [name, new TableBuffer(table?.columns.length ?? 0)] as const;
  });
  return Object.fromEntries(entries) as Record<ExtractTableName, TableBuffer>;
}

export function clearBuffers(buffers: ExtractBuffers): void {
  for (const buffer of Object.values(buffers)) buffer.rows = 0;
}

/** Rows of each table at one moment, to go back to when a candidate is not in the registry. */
export const markBuffers = (buffers: ExtractBuffers) => Object.values(buffers).map(({ rows }) => rows);

export function rollBack(buffers: ExtractBuffers, mark: readonly number[]): void {
  for (const [index, buffer] of Object.values(buffers).entries()) buffer.rows = mark[index] ?? 0;
}
