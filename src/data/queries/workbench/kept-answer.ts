import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import type { Cell, Engine } from '@data/engine/engine';
import { AnswerRow } from '../ask-cohort';
import type { Question } from '../question';
import { fillSlots } from '../sql-text';
import columnSummarySql from './column-summary.sql?raw';
import { asRelation, assertCallsRead } from './read-statement';
import resultColumnsSql from './result-columns.sql?raw';
import resultShownSql from './result-shown.sql?raw';
import resultTableSql from './result-table.sql?raw';
import resultValuesSql from './result-values.sql?raw';
import resultWindowSql from './result-window.sql?raw';

export type ColumnKind = 'number' | 'flag' | 'text';

export interface AnswerColumn {
  readonly name: string;
  /** As DuckDB names it. */
  readonly type: string;
  readonly kind: ColumnKind;
}

/** An answer that is kept in the engine under a name of its own; the page holds the rows in sight only. */
export interface KeptAnswer {
  readonly name: string;
  readonly columns: readonly AnswerColumn[];
  readonly rows: number;
  /** The statement has more rows: the first `mostRows` are kept. */
  readonly isCut: boolean;
}

export interface AnswerOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows of an answer that are kept. */
export const mostRows = 1_000_000;

type Options = { readonly signal: AbortSignal };

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Runs a reading statement and keeps its answer as the table `name`. */
export async function keepAnswer(
  engine: Engine,
  sql: string,
  name: string,
  options: Options,
): Promise<KeptAnswer> {
  assertCallsRead(sql);
  const statement = asRelation(sql);
  // Of several statements in one text none is prepared: nothing can stand behind the closing parenthesis.
  await engine.check(`select * from ${statement} as answer`, options);
  await engine.run(
    fillSlots(resultTableSql, { result: quoted(name), statement, kept: String(mostRows + 1) }),
    options,
  );
  const counted = await rowsOf(engine, name, options);
  const isCut = counted > mostRows;
  if (isCut) await engine.run(`delete from ${quoted(name)} where rowid >= ${mostRows}`, options);
  return { name, columns: await columnsOf(engine, name, options), rows: Math.min(counted, mostRows), isCut };
}

/**
 * The same answer in another order, or the rows of it that meet a condition, under a name of its own.
 *
 * @param condition  SQL on the columns of the answer; empty for all rows
 */
export async function arrangeAnswer(
  engine: Engine,
  answer: KeptAnswer,
  { name, order, condition }: { name: string; order: AnswerOrder | null; condition: string },
  options: Options,
): Promise<KeptAnswer> {
  assertCallsRead(condition);
  const where = condition.trim() === '' ? 'true' : asRelation(condition);
  await engine.check(`select 1 from ${quoted(answer.name)} where ${where}`, options);
  const by =
    order === null
      ? 'rowid'
      : `${quoted(order.column)} ${order.descending ? 'desc' : 'asc'} nulls last, rowid`;
  await engine.run(
    fillSlots(resultShownSql, {
      shown: quoted(name),
      result: quoted(answer.name),
      condition: where,
      order: by,
    }),
    options,
  );
  return { ...answer, name, rows: await rowsOf(engine, name, options) };
}

export async function forgetAnswer(engine: Engine, name: string): Promise<void> {
  await engine.run(`drop table if exists ${quoted(name)}`);
}

/** Signs of a cell that are shown; a longer one ends in an ellipsis. */
export const mostSigns = 2_000;

const shownText = (column: string) => {
  const text = `${quoted(column)}::varchar`;
  return `case when length(${text}) > ${mostSigns} then left(${text}, ${mostSigns}) || '…' else ${text} end`;
};

/** Rows `from` to `from + count` of an answer, each a list of texts in the order of the columns; `null` is null. */
export async function answerWindow(
  engine: Engine,
  { name, columns }: KeptAnswer,
  { from, count }: { readonly from: number; readonly count: number },
  { signal }: Options,
): Promise<PatientLevel<readonly (readonly (string | null)[])[]>> {
  const cells = columns.map((column, at) => `${shownText(column.name)} as c${at}`).join(', ');
  const result = await engine.query(fillSlots(resultWindowSql, { cells, shown: quoted(name) }), {
    values: [from, from + count],
    signal,
  });
  return patientLevel(
    Array.from({ length: result.rowCount }, (_, row) =>
      columns.map((_column, at) => {
        const cell = result.columns[`c${at}`]?.[row] ?? null;
        return cell === null ? null : String(cell);
      }),
    ),
  );
}

/** Some columns of an answer, over its first rows. */
export interface AnswerValuesQuestion {
  readonly answer: KeptAnswer;
  readonly columns: readonly string[];
  readonly most: number;
}

/** Cells by the name of the column: numbers as doubles, truth values as they are, everything else as text. */
export type AnswerValues = Readonly<Record<string, ArrayLike<Cell>>>;

export const answerValues: Question<AnswerValuesQuestion, PatientLevel<AnswerValues>> = {
  id: 'answer-values',
  async ask(engine, { answer, columns, most }, { signal }) {
    const chosen = answer.columns.filter(({ name }) => columns.includes(name));
    if (chosen.length === 0) return patientLevel({});
    const cells = chosen.map(({ name, kind }, at) => `${quoted(name)}${castOf[kind]} as c${at}`).join(', ');
    const result = await engine.query(
      fillSlots(resultValuesSql, { cells, shown: quoted(answer.name), most: String(most) }),
      { signal },
    );
    return patientLevel(
      Object.fromEntries(chosen.map(({ name }, at) => [name, result.columns[`c${at}`] ?? []])),
    );
  },
};

const castOf = { number: '::double', flag: '::boolean', text: '::varchar' } as const;

export interface ColumnSummary {
  readonly name: string;
  readonly type: string;
  readonly rows: number;
  readonly unknownShare: number;
  /** Approximate: counted by HyperLogLog. */
  readonly distinctValues: number;
  readonly least: string | null;
  readonly most: string | null;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly lowerQuartile: string | null;
  readonly median: string | null;
  readonly upperQuartile: string | null;
}

/** What is in each column of an answer. */
export const columnSummaries: Question<KeptAnswer, PatientLevel<readonly ColumnSummary[]>> = {
  id: 'column-summaries',
  async ask(engine, { name }, { signal }) {
    const result = await engine.query(fillSlots(columnSummarySql, { shown: quoted(name) }), { signal });
    return patientLevel(
      Array.from({ length: result.rowCount }, (_, at): ColumnSummary => {
        const row = new AnswerRow(result, at);
        return {
          name: row.text('name') ?? '',
          type: row.text('type') ?? '',
          rows: row.count('rows'),
          unknownShare: row.count('unknown_percent') / 100,
          distinctValues: row.count('distinct_values'),
          least: row.text('least'),
          most: row.text('most'),
          mean: row.number('mean'),
          deviation: row.number('deviation'),
          lowerQuartile: row.text('lower_quartile'),
          median: row.text('median'),
          upperQuartile: row.text('upper_quartile'),
        };
      }),
    );
  },
};

/** How the engine would find the answer of a reading statement, as it draws it. */
export async function statementPlan(engine: Engine, sql: string, options: Options): Promise<string> {
  assertCallsRead(sql);
  const statement = `select * from ${asRelation(sql)} as answer`;
  await engine.check(statement, options);
  const { columns } = await engine.query(`explain ${statement}`, options);
  return Array.from(columns.explain_value ?? [], String).join('\n');
}

async function rowsOf(engine: Engine, name: string, options: Options): Promise<number> {
  const { columns } = await engine.query(`select count(*) as rows from ${quoted(name)}`, options);
  return Number(columns.rows?.[0] ?? 0);
}

async function columnsOf(
  engine: Engine,
  name: string,
  { signal }: Options,
): Promise<readonly AnswerColumn[]> {
  const result = await engine.query(resultColumnsSql, { values: [name], signal });
  return Array.from({ length: result.rowCount }, (_, at) => {
    const row = new AnswerRow(result, at);
    const type = row.text('type') ?? '';
    return { name: row.text('name') ?? '', type, kind: kindOf(type) };
  });
}

const numberTypes =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

function kindOf(type: string): ColumnKind {
  if (numberTypes.test(type)) return 'number';
  return type === 'BOOLEAN' ? 'flag' : 'text';
}
