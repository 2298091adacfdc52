import type { ExtractTableName } from '@core/domain/extract-tables';
import type { PartSize, QualityCounts, RuleCount } from '@core/domain/rule-count';
import type { RowRule } from '@data/contracts/contract';
import { qualityRules } from '@data/contracts/quality-rules';
import type { Engine, QueryOptions, ResultTable } from '@data/engine/engine';
import { ingestFailure } from '../ingest/ingest-failure';
import { fillSlots, identifier, literal } from '../sql-text';
import partSizesSql from './part-sizes.sql?raw';
import ruleCountsSql from './rule-counts.sql?raw';
import rulePatientSql from './rule-patient.sql?raw';
import ruleRowsSql from './rule-rows.sql?raw';

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
 * are checked in one pass. Counts leave the engine, never a value.
 *
 * A rule whose condition is null for a row cannot judge it: `judged` leaves it out. A share (`atMostPercent`) leaves no
 * hit: what is missing is "not known" in every figure already.
 */
export async function checkRules(
  engine: Engine,
  { present, rules = qualityRules, ...asker }: CheckOptions,
): Promise<QualityCounts> {
  const checked = rules.filter(({ reads }) => reads.every((table) => present.has(table)));
  await engine.run(
    [
      `create or replace table ${ruleHitTable} (patient_key integer, rule varchar)`,
      `create or replace table ${ruleCheckedTable} as select unnest(${literal(checked.filter(touchesPatients).map(({ id }) => id))}) as rule`,
    ].join(';\n'),
    asker,
  );
  const counts: RuleCount[] = [];
  for (const together of byRows(checked)) {
    const found = await countRules(engine, together, asker);
    const hits = together.flatMap((rule, index) => (leavesHits(rule, found) ? [keepHits(rule, index)] : []));
    if (hits.length > 0) await engine.run(hits.join(';\n'), asker);
    counts.push(...found);
  }
  await engine.run('drop table if exists rule_patient', asker);
  const sizes = await engine.query(partSizesSql, asker);
  const { columns } = await engine.query(
    `select (select count(*) from patient)::integer as patients,
      (select count(distinct patient_key) from ${ruleHitTable})::integer as warned`,
    asker,
  );
  return {
    counts,
    unchecked: rules.filter((rule) => !checked.includes(rule)).map(({ id }) => id),
    parts: marginsOf(sizes.columns, sizes.rowCount).flatMap(({ split, level, rows }): PartSize[] =>
      split === 'all' || level === null
        ? []
        : [{ split, level, patients: sumOf(sizes.columns.patients, rows) }],
    ),
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

function leavesHits(checked: RowRule, counts: readonly RuleCount[]): boolean {
  const { id } = checked;
  return (
    touchesPatients(checked) &&
    counts.some(({ rule, split, broken }) => rule === id && split === 'all' && broken > 0)
  );
}

function byRows(rules: readonly RowRule[]): readonly (readonly RowRule[])[] {
  const together = new Map<string, RowRule[]>();
  for (const rule of rules) {
    const rows = rowsSql(rule, rule.rows);
    together.set(rows, [...(together.get(rows) ?? []), rule]);
  }
  return [...together.values()];
}

/** The contract speaks of `patient_id`; the tables of the engine hold `patient_key` in its place. */
function rowsSql({ table }: RowRule, sql: string): string {
  return sql.replaceAll('{object}', identifier(table)).replace(/\bpatient_id\b/g, 'patient_key');
}

function readRows(rules: readonly RowRule[]): string {
  const [first] = rules;
  if (first === undefined) throw new RangeError('no rule to check');
  const verdicts = rules.flatMap((rule, index) => {
    const scope = rule.scope === null ? 'true' : `coalesce(${rowsSql(rule, rule.scope)}, false)`;
    return [`${scope} as scope_${index}`, `(${rowsSql(rule, rule.breaks)}) as breaks_${index}`];
  });
  const counts = rules.flatMap((_, index) => [
    `count(*) filter (where scope_${index}) as rows_${index}`,
    `count(breaks_${index}) filter (where scope_${index}) as judged_${index}`,
    `count(*) filter (where scope_${index} and breaks_${index}) as broken_${index}`,
  ]);
  return fillSlots(rulePatientSql, {
    verdicts: verdicts.join(', '),
    rows: rowsSql(first, first.rows),
    counts: counts.join(', '),
  });
}

/** What the rules find, to be read and run by hand: a statement for all rules over the same rows. */
export function ruleStatements(rules: readonly RowRule[], split: RuleSplit): readonly string[] {
  const splitSql = { all: '', centre: '\n  centre_id as centre,', year: '\n  diagnosis_year as year,' };
  return byRows(rules).map((together) => {
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

export type RuleSplit = 'all' | 'centre' | 'year';

function keepHits({ id }: RowRule, index: number): string {
  return `insert into ${ruleHitTable}
    select patient_key, ${literal(id)} from rule_patient where broken_${index} > 0`;
}

async function countRules(
  engine: Engine,
  rules: readonly RowRule[],
  asker: Pick<QueryOptions, 'signal'>,
): Promise<RuleCount[]> {
  const sums = rules.flatMap((_, index) => [
    `sum(rows_${index})::double as rows_${index}`,
    `sum(judged_${index})::double as judged_${index}`,
    `sum(broken_${index})::double as broken_${index}`,
    `(count(*) filter (where judged_${index} > 0))::double as patients_${index}`,
    `(count(*) filter (where broken_${index} > 0))::double as touched_${index}`,
  ]);
  const count = fillSlots(ruleCountsSql, { sums: sums.join(', ') });
  const { columns, rowCount } = await engine.query(
    `${readRows(rules)};
${count}`,
    asker,
  );
  const margins = marginsOf(columns, rowCount);
  return rules.flatMap(({ id }, index) =>
    margins.map(({ split, level, rows }): RuleCount => {
      const sum = (measure: string) => sumOf(columns[`${measure}_${index}`], rows);
      return {
        rule: id,
        split,
        level,
        rows: sum('rows'),
        judged: sum('judged'),
        broken: sum('broken'),
        patients: sum('patients'),
        touched: sum('touched'),
      };
    }),
  );
}

const sumOf = (cells: ResultTable['columns'][string] | undefined, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + Number(cells?.[row] ?? 0), 0);

/** The whole, each centre and each year: which rows of the answer belong to it. */
function marginsOf(columns: ResultTable['columns'], rowCount: number): readonly Margin[] {
  const all = Array.from({ length: rowCount }, (_, row) => row);
  const by = (split: 'centre' | 'year') => {
    const rows = new Map<string, number[]>();
    for (const row of all) {
      const level = String(columns[split]?.[row]);
      rows.set(level, [...(rows.get(level) ?? []), row]);
    }
    return [...rows]
      .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
      .map(([level, rows]) => ({ split, level, rows }));
  };
  return [{ split: 'all', level: null, rows: all }, ...by('centre'), ...by('year')];
}

interface Margin extends Pick<RuleCount, 'split' | 'level'> {
  readonly rows: readonly number[];
}
