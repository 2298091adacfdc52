import type { TableContract } from '@data/contracts/contract';
import type { Schema } from 'apache-arrow';
import { typeName, typeRefusal } from './accepted-types';
import { extractFailure } from './failure-code';
import { isIdentifying } from './identifying-column';

/** A table of the contract has at most 14 columns; a file with hundreds is another file. */
const mostColumns = 500;

/** What a file has of its table. */
export interface ConformedSchema {
  /** The file's own spelling of the declared columns that it has, in the contract's order. */
  readonly columns: readonly string[];
  /** Columns that the contract does not know; they are never decoded. */
  readonly extraColumns: readonly string[];
  /** Nullable columns that the file does not have; they are loaded as unknown. */
  readonly missingColumns: readonly string[];
}

/**
 * Compares a file's schema with the contract's table. Column names are compared without letter case.
 *
 * @throws AppError `too-many-columns`, `identifying-column` (one that the contract does not know, by its name),
 *   `duplicate-column`, `missing-column` (not nullable and absent), or what `typeRefusal` says
 */
export function conformSchema(schema: Schema, table: TableContract, file: string): ConformedSchema {
  if (schema.fields.length > mostColumns) {
    const found = schema.fields.length;
    throw extractFailure('too-many-columns', { table: table.name, file, found, limit: mostColumns });
  }
  const fields = new Map<string, Schema['fields'][number]>();
  for (const field of schema.fields) {
    const name = field.name.toLowerCase();
    const declared = table.columns.some((column) => column.name === name);
    if (!declared && isIdentifying(field.name)) {
      throw extractFailure('identifying-column', { table: table.name, column: field.name, file });
    }
    if (fields.has(name)) {
      throw extractFailure('duplicate-column', { table: table.name, column: name, file });
    }
    fields.set(name, field);
  }
  const missing = table.columns.filter((column) => !fields.has(column.name));
  const required = missing.filter((column) => !column.nullable);
  if (required.length > 0) {
    throw extractFailure('missing-column', {
      table: table.name,
      column: required.map((column) => column.name).join(', '),
      count: required.length,
      file,
    });
  }
  const columns: string[] = [];
  for (const column of table.columns) {
    const field = fields.get(column.name);
    if (field === undefined) continue;
    const refusal = typeRefusal(field.type, column.type);
    if (refusal !== null) {
      throw extractFailure(refusal, {
        table: table.name,
        column: column.name,
        file,
        found: typeName(field.type),
        wanted: column.type,
      });
    }
    columns.push(field.name);
    fields.delete(column.name);
  }
  return {
    columns,
    extraColumns: [...fields.values()].map((field) => field.name),
    missingColumns: missing.map((column) => column.name),
  };
}
