import type { ColumnProfile, Distribution, ExtractProfile } from '@core/analyses/extract-profile';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import type { ColumnContract, TableContract } from '@data/contracts/contract';
import { extractContract } from '@data/contracts/extract-contract';
import type { Engine, QueryOptions, ResultTable } from '@data/engine/engine';
import { cohortCharts } from '../cohort-charts';
import { fillSlots, identifier, literal } from '../sql-text';
import columnProfileSql from './column-profile.sql?raw';
import { foundByRules } from './found-by-rules';

export interface ProfileQuestion {
  readonly present: ReadonlySet<ExtractTableName>;
  readonly manifest: { readonly extract_id: string; readonly created: string } | null;
  /** Cohorts whose sizes are told; `null` is the name of the one on the screen. */
  readonly cohorts: readonly { readonly name: string | null; readonly cohort: CohortDefinition }[];
}

/** An extract in numbers, facts derived before: rows, columns, centres, years, rules and cohorts. No row leaves the engine. */
export async function extractProfile(
  engine: Engine,
  { present, manifest, cohorts }: ProfileQuestion,
  options: { readonly signal: AbortSignal },
): Promise<ExtractProfile> {
  const tables: { readonly table: ExtractTableName; readonly rows: number | null }[] = [];
  const columns: ColumnProfile[] = [];
  for (const table of extractTableNames) {
    const contract = extractContract.tables.find(({ name }) => name === table);
    if (!present.has(table) || contract === undefined) tables.push({ table, rows: null });
    else {
      const profile = await profileTable(engine, table, contract, options);
      tables.push({ table, rows: profile.rows });
      columns.push(...profile.columns);
    }
  }
  const { counts, parts, patients } = await foundByRules(engine);
  const sizes: { readonly name: string | null; readonly patients: number }[] = [];
  for (const { name, cohort } of cohorts) {
    const counted = await cohortCharts.ask(engine, { cohort, facts: [] }, options);
    sizes.push({ name, patients: counted.inCohort });
  }
  const levels = (wanted: 'centre' | 'year') =>
    parts.flatMap(({ split, level, patients: held }) =>
      split === wanted ? [{ level, patients: held }] : [],
    );
  return {
    extract: manifest?.extract_id ?? null,
    created: manifest?.created ?? null,
    patients,
    tables,
    columns,
    centres: levels('centre'),
    years: levels('year'),
    rules: counts.flatMap(({ rule, split, judged, broken }) =>
      split === 'all' ? [{ rule, judged, broken }] : [],
    ),
    cohorts: sizes,
  };
}

/** The pseudonym of a patient tells nothing of a table. */
const isProfiled = ({ name }: ColumnContract) => name !== 'patient_id';

async function profileTable(
  engine: Engine,
  table: ExtractTableName,
  contract: TableContract,
  options: Pick<QueryOptions, 'signal'>,
) {
  const asked = contract.columns.filter(isProfiled);
  const { columns } = await engine.query(
    fillSlots(columnProfileSql, {
      table: identifier(table),
      measures: asked.flatMap((column, at) => measuresOf(column, at)).join(',\n  '),
    }),
    options,
  );
  const rows = cell(columns, 'rows') ?? 0;
  return {
    rows,
    columns: asked.map(
      (column, at): ColumnProfile => ({
        table,
        column: column.name,
        rows,
        known: cell(columns, `known_${at}`) ?? 0,
        distribution: distributionOf(column, at, columns),
      }),
    ),
  };
}

const levelsOf = ({ type, values }: ColumnContract): readonly string[] | null =>
  values ?? (type === 'BOOLEAN' ? ['true', 'false'] : null);

const isNumber = ({ type }: ColumnContract) => type === 'INTEGER' || type === 'DOUBLE';

function measuresOf(column: ColumnContract, at: number): readonly string[] {
  const name = identifier(column.name);
  const levels = levelsOf(column);
  const known = `count(${name})::double as known_${at}`;
  if (levels !== null) {
    return [
      known,
      ...levels.map(
        (level, place) =>
          `(count(*) filter (where ${name}::varchar = ${literal(level)}))::double as level_${at}_${place}`,
      ),
    ];
  }
  if (!isNumber(column)) return [known, `count(distinct ${name})::double as different_${at}`];
  return [
    known,
    `avg(${name})::double as mean_${at}`,
    `var_samp(${name})::double as variance_${at}`,
    `quantile_cont(${name}, 0.5)::double as median_${at}`,
  ];
}

function distributionOf(column: ColumnContract, at: number, columns: ResultTable['columns']): Distribution {
  const levels = levelsOf(column);
  if (levels !== null) {
    return {
      kind: 'levels',
      levels: levels.map((level, place) => ({ level, rows: cell(columns, `level_${at}_${place}`) ?? 0 })),
    };
  }
  if (!isNumber(column)) return { kind: 'open', different: cell(columns, `different_${at}`) ?? 0 };
  return {
    kind: 'number',
    mean: cell(columns, `mean_${at}`),
    variance: cell(columns, `variance_${at}`),
    median: cell(columns, `median_${at}`),
  };
}

function cell(columns: ResultTable['columns'], name: string): number | null {
  const value = columns[name]?.[0] ?? null;
  return value === null ? null : Number(value);
}
