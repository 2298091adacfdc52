import { type Bins, binned, binsFor, type CodedColumn } from '@core/cohort/coded-column';
import {
  type CategoryFactId,
  type FactId,
  facts,
  isNumberFact,
  type NumberFactId,
} from '@core/cohort/fact-vocabulary';
import type { Engine } from '@data/engine/engine';
import { fillSlots, identifier, literal } from '../sql-text';
import { Breath, type Steps } from './breath';
import factColumnSql from './fact-column.sql?raw';
import factLevelsSql from './fact-levels.sql?raw';

/** A category of every patient: code k of `coded` is `levels[k - 1]`. */
export interface CategoryColumnOfPatients {
  readonly kind: 'category';
  readonly fact: CategoryFactId;
  readonly levels: readonly string[];
  readonly coded: CodedColumn;
}

/** A number of every patient, `NaN` where it is not known, and the same in bins; `bins` is `null` without any number. */
export interface NumberColumnOfPatients {
  readonly kind: 'number';
  readonly fact: NumberFactId;
  readonly values: Float64Array;
  readonly bins: Bins | null;
  readonly coded: CodedColumn;
}

export type FactColumn = CategoryColumnOfPatients | NumberColumnOfPatients;

/** Codes of an open list beyond which a chart of them is none. */
const mostLevels = 60_000;

/**
 * Reads one fact of all patients, in the order of `patient_key`, letting the page draw and take input between its steps.
 * For counting inside the page; rows never go further.
 */
export async function readFactColumn(engine: Engine, fact: FactId): Promise<FactColumn> {
  if (isNumberFact(fact)) return readNumbers(engine, fact);
  const levels = facts[fact].levels ?? (await openLevels(engine, fact));
  const places = levels.map((level, at) => `when ${literal(level)} then ${at + 1}`).join(' ');
  const cell =
    levels.length === 0 ? '0::usmallint' : `(case ${identifier(fact)} ${places} else 0 end)::usmallint`;
  const cells = await askCells(engine, cell);
  const codes = levels.length < 256 ? new Uint8Array(cells) : new Uint16Array(cells);
  return { kind: 'category', fact, levels, coded: { codes, levels: levels.length } };
}

async function readNumbers(engine: Engine, fact: NumberFactId): Promise<FactColumn> {
  const cells = await askCells(engine, `coalesce(${identifier(fact)}::double, 'nan'::double)`);
  return new Breath({}).through(numbersOf(fact, cells));
}

function* numbersOf(fact: NumberFactId, cells: ArrayLike<number>): Steps<NumberColumnOfPatients> {
  const values = cells instanceof Float64Array ? cells : new Float64Array(cells);
  yield;
  const bins = binsFor(values, 10 ** -facts[fact].decimals);
  yield;
  const coded = bins === null ? { codes: new Uint8Array(values.length), levels: 0 } : binned(values, bins);
  return { kind: 'number', fact, values, bins, coded };
}

async function askCells(engine: Engine, cell: string): Promise<ArrayLike<number>> {
  const { columns } = await engine.query(fillSlots(factColumnSql, { cell }));
  return (columns.cell ?? []) as ArrayLike<number>;
}

async function openLevels(engine: Engine, fact: FactId): Promise<readonly string[]> {
  const { columns } = await engine.query(fillSlots(factLevelsSql, { fact: identifier(fact) }));
  return Array.from(columns.code ?? [], String).slice(0, mostLevels);
}
