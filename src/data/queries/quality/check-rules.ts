import type { ExtractTableName } from '@core/domain/extract-tables';
import type { PartSize, QualityCounts, RuleCount } from '@core/domain/rule-count';
import type { RowRule } from '@data/contracts/contract';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Engine, QueryOptions, ResultTable } from '@data/engine/engine';
import { ingestFailure } from '../ingest/ingest-failure';
import { fillSlots, identifier, literal } from '../sql-text';
import partSizesSql from './part-sizes.sql?raw';
import ruleCountsSql from './rule-counts.sql?raw';
import ruleHitsSql from './rule-hits.sql?raw';
import ruleRowsSql from './rule-rows.sql?raw';
import ruleTallySql from './rule-tally.sql?raw';
import ruleTallyOfPatientsSql from './rule-tally-of-patients.sql?raw';

/** Which patients have a row that breaks a rule of severity `warning`: one row per patient and rule. */
export const ruleHitTable = 'rule_hit';

/** Which of those rules were checked. */
const ruleCheckedTable = 'rule_checked';

interface CheckOptions extends Pick<QueryOptions, 'signal'> {
  /** The tables that the extract has. */
  readonly present: ReadonlySet<ExtractTableName>;
  readonly rules?: readonly RowRule[];
}

/**
 * Checks the rules of the contract on the tables that `ingest` left, and fills `rule_hit` and `rule_checked`. Rules over the same rows
 * are checked in one pass, which leaves what every row makes of all of them in one number; rows are counted from those
 * numbers. Counts leave the engine, never a value.
 *
 * A rule whose condition is null for a row cannot judge it: `judged` leaves it out. A share (`atMostPercent`) leaves no
 * hit: what is missing is "not known" in every figure already.
 */
export async function checkRules(
  engine: Engine,
  { present, rules = qualityRules, ...asker }: CheckOptions,
): Promise<QualityCounts> {
  const checked = rules.filter(({ reads }) => reads.every((table) => present.has(table)));
  const parts = partsOf(checked);
  await engine.run(layTables(checked, parts), asker);
  for (const [part, together] of parts.entries()) await engine.run(judgeRows(part, together), asker);
  const { columns: counted, rowCount } = await engine.query(ruleCountsSql, asker);
  await engine.run('drop table rule_tally; drop table rule_place', asker);
  const counts = readCounts(checked, counted, rowCount);
  const touching = new Set(
    counts.filter(({ split, touched }) => split === 'all' && touched > 0).map(({ rule }) => rule),
  );
  for (const together of parts) {
    const found = together.filter((rule) => touchesPatients(rule) && touching.has(rule.id));
    if (found.length > 0) await engine.run(findHits(found), asker);
  }
  const sizes = await engine.query(partSizesSql, asker);
  const { columns } = await engine.query(
    `select (select count(*) from patient)::integer as patients,
      (select count(distinct patient_key) from ${ruleHitTable})::integer as warned`,
    asker,
  );
  return {
    counts,
    unchecked: rules.filter((rule) => !checked.includes(rule)).map(({ id }) => id),
    parts: readParts(sizes),
    patients: Number(columns.patients?.[0] ?? 0),
    warned: Number(columns.warned?.[0] ?? 0),
  };
}

/** @throws AppError `rule-broken` for the first rule of severity `error` that a row breaks */
export function refuseErrors({ counts }: QualityCounts, rules: readonly RowRule[] = qualityRules): void {
  for (const { id, table, column, severity } of rules) {
    if (severity !== 'error') continue;
    const found = counts.find(({ rule, split }) => rule === id && split === 'all');
    if (found === undefined || found.broken === 0) continue;
    throw ingestFailure('rule-broken', { table, column, rule: id, count: found.broken });
  }
}

/** A warning about rows, each of which is somebody's; a share is nobody's. */
export const touchesPatients = ({ severity, atMostPercent }: RowRule): boolean =>
  severity === 'warning' && atMostPercent === null;

/** A verdict takes three bits of a BIGINT. */
const bitsPerRule = 3;
const rulesPerPass = 20;

/** Rules that one pass over the same rows judges. */
function partsOf(rules: readonly RowRule[]): readonly (readonly RowRule[])[] {
  const together = new Map<string, RowRule[]>();
  for (const rule of rules) {
    const rows = rowsSql(rule, rule.rows);
    together.set(rows, [...(together.get(rows) ?? []), rule]);
  }
  return [...together.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / rulesPerPass) }, (_, pass) =>
      all.slice(pass * rulesPerPass, (pass + 1) * rulesPerPass),
    ),
  );
}

/** The contract speaks of `patient_id`; the tables of the engine hold `patient_key` in its place. */
function rowsSql({ table }: RowRule, sql: string): string {
  return sql.replaceAll('{object}', identifier(table)).replace(/\bpatient_id\b/g, 'patient_key');
}

function layTables(checked: readonly RowRule[], parts: readonly (readonly RowRule[])[]): string {
  const places = parts.flatMap((together, part) =>
    together.map((rule, place) => `(${part}, ${place * bitsPerRule}, ${literal(rule.id)})`),
  );
  return [
    `create or replace table ${ruleHitTable} (patient_key integer, rule varchar)`,
    `create or replace table ${ruleCheckedTable} as select unnest(${literal(checked.filter(touchesPatients).map(({ id }) => id))}) as rule`,
    'create or replace temp table rule_tally (part utinyint, centre_id varchar, diagnosis_year integer, verdict bigint, rows bigint, patients bigint)',
    'create or replace temp table rule_place (part utinyint, shift integer, rule varchar)',
    ...(places.length > 0 ? [`insert into rule_place values ${places.join(', ')}`] : []),
  ].join(';\n');
}

function judgeRows(part: number, together: readonly RowRule[]): string {
  const [first] = together;
  if (first === undefined) throw new RangeError('no rule to check');
  return fillSlots(isOfPatients(first) ? ruleTallyOfPatientsSql : ruleTallySql, {
    part: literal(part),
    verdict: askedByScope(together, (rule, place) => verdictSql(rule, 1n << BigInt(place * bitsPerRule))),
    rows: withPatientSql(rowsSql(first, first.rows)),
  });
}

/** Rows of a table that has one of each patient, as its key says. */
function isOfPatients({ table }: RowRule): boolean {
  const { key = [] } = extractContract.tables.find(({ name }) => name === table) ?? {};
  return key.length === 1 && key[0] === 'patient_id';
}

/** The rows with their patient at hand as `p`, which the contract calls so wherever it asks for one. */
const withPatientSql = (rows: string): string =>
  /\bpatient"? AS p\b/.test(rows) ? rows : `${rows} JOIN patient AS p USING (patient_key)`;

function findHits(together: readonly RowRule[]): string {
  const [first] = together;
  if (first === undefined) throw new RangeError('no rule to find');
  return fillSlots(ruleHitsSql, {
    rules: together.map(({ id }, place) => `(${1 << place}, ${literal(id)})`).join(', '),
    rows: rowsSql(first, first.rows),
    broken: askedByScope(together, (rule, place) => `case when ${rule.breaks} then ${1 << place} else 0 end`),
  });
}

/** What the rules find, to be read and run by hand: a statement for all rules over the same rows. */
export function ruleStatements(rules: readonly RowRule[], split: RuleSplit): readonly string[] {
  const splitSql = { all: '', centre: '\n  centre_id as centre,', year: '\n  diagnosis_year as year,' };
  return partsOf(rules).map((together) => {
    const [first] = together;
    const verdicts = together.map((rule) => {
      const scope = rule.scope === null ? 'true' : `coalesce(${rowsSql(rule, rule.scope)}, false)`;
      return `\n    {rule: ${literal(rule.id)}, scope: ${scope}, breaks: (${rowsSql(rule, rule.breaks)})}`;
    });
    return fillSlots(ruleRowsSql, {
      grain: split === 'all' ? 'rule' : `rule and ${split}`,
      verdicts: verdicts.join(','),
      rows: first === undefined ? '' : rowsSql(first, first.rows),
      split: splitSql[split],
    }).trim();
  });
}

export type RuleSplit = RuleCount['split'];

/**
 * What a row makes of some rules, in one number. Rules about the same rows of them are asked together, and only of those: a
 * rule may lean on its scope (no logarithm of nothing). The `0 |` hides how small a number of one rule is: the engine would
 * group patients and verdicts in a table of all their pairs, ten times slower.
 */
function askedByScope(together: readonly RowRule[], asked: (rule: RowRule, place: number) => string): string {
  const byScope = new Map<string | null, string[]>();
  for (const [place, rule] of together.entries()) {
    byScope.set(rule.scope, [...(byScope.get(rule.scope) ?? []), asked(rule, place)]);
  }
  const verdicts = [...byScope].map(([scope, ofScope]) =>
    scope === null ? ofScope.join(' | ') : `case when ${scope} then ${ofScope.join(' | ')} else 0 end`,
  );
  const [first] = together;
  return first === undefined ? '0' : rowsSql(first, ['0::bigint', ...verdicts].join(' | '));
}

/**
 * Three bits: the rule is about the row, the row can be judged, the row breaks it. Most rows keep a rule: that is asked
 * first, and what is asked next is asked of the rest. What asks another table is asked once: the engine would join twice.
 */
function verdictSql({ breaks }: RowRule, unit: bigint): string {
  if (/\bselect\b/i.test(breaks))
    return `coalesce((${breaks})::bigint * ${4n * unit} + ${3n * unit}, ${unit})`;
  return `(case when not (${breaks}) then ${3n * unit} when ${breaks} then ${7n * unit} else ${unit} end)::bigint`;
}

/** In the order of the rules: the whole, the centres, the years. A rule without rows has its whole only. */
function readCounts(
  checked: readonly RowRule[],
  columns: ResultTable['columns'],
  rowCount: number,
): readonly RuleCount[] {
  const found = new Map<string, RuleCount[]>();
  for (let row = 0; row < rowCount; row += 1) {
    const count = (name: string) => Number(columns[name]?.[row] ?? 0);
    const rule = String(columns.rule?.[row]);
    const split = splits.find((one) => one === columns.split?.[row]) ?? 'all';
    const level = split === 'all' ? null : String(columns.level?.[row]);
    const of = found.get(rule) ?? [];
    found.set(rule, of);
    of.push({
      rule,
      split,
      level,
      rows: count('rows'),
      judged: count('judged'),
      broken: count('broken'),
      patients: count('patients'),
      touched: count('touched'),
    });
  }
  return checked.flatMap(
    ({ id }) => found.get(id)?.toSorted(inOrder) ?? [{ rule: id, split: 'all', level: null, ...nothing }],
  );
}

const splits = ['all', 'centre', 'year'] as const;
const nothing = { rows: 0, judged: 0, broken: 0, patients: 0, touched: 0 };

const inOrder = (a: Pick<RuleCount, 'split' | 'level'>, b: Pick<RuleCount, 'split' | 'level'>) =>
  splits.indexOf(a.split) - splits.indexOf(b.split) || byLevel(a.level ?? '', b.level ?? '');

/** Made once: comparing by `localeCompare` makes an order anew for every two. */
const byLevel = new Intl.Collator('en', { numeric: true }).compare;

/** The patients of each centre, then of each year of diagnosis. */
function readParts({ columns, rowCount }: ResultTable): readonly PartSize[] {
  return (['centre', 'year'] as const).flatMap((split) => {
    const patients = new Map<string, number>();
    for (let row = 0; row < rowCount; row += 1) {
      const level = String(columns[split]?.[row]);
      patients.set(level, (patients.get(level) ?? 0) + Number(columns.patients?.[row] ?? 0));
    }
    return [...patients]
      .toSorted(([a], [b]) => byLevel(a, b))
      .map(([level, sum]): PartSize => ({ split, level, patients: sum }));
  });
}
