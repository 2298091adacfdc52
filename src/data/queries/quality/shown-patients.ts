import { curvePlaces } from '@core/analyses/molecular-response';
import type { ShownPatients } from '@core/analyses/shown-patients';
import type { Engine } from '@data/engine/engine';
import { type CompiledSql, sqlOf } from '../cohort/compiled-sql';
import { readyExits } from '../derived/ready-exits';
import { readyVisits } from '../derived/visit-values';
import { groupLevelSql } from '../group-level';
import { isKnownSql } from '../model-rows';
import { literal } from '../sql-text';

/** The patients of a figure in SQL. */
interface ShownSql {
  /** Those whom the figure could show of any cohort, as a statement. */
  readonly entered: CompiledSql;
  /** What must be true of a patient of `cohort` beside. */
  readonly known: string;
}

/** Which patients of a cohort a figure shows; `null` is a figure of the whole cohort. */
export async function shownSql(
  engine: Engine,
  shown: ShownPatients | null,
  options: { readonly signal: AbortSignal },
): Promise<ShownSql> {
  if (shown === null) return { entered: sqlOf('select patient_key from patient'), known: 'true' };
  if (shown.kind === 'response') {
    const { patients } = await readyVisits(engine, shown.origin);
    const drawn = literal(curvePlaces.indexOf('drawn'));
    return {
      entered: sqlOf(`select patient_key from ${patients} where reason = ${drawn}`),
      known: hasLevelSql(shown.groupBy),
    };
  }
  const { sql, values } = await readyExits(engine, shown.endpoint, options);
  return {
    entered: sqlOf(`select patient_key from ${sql} where reason is null`, values),
    known: shown.kind === 'model' ? isKnownSql(shown) : hasLevelSql(shown.groupBy),
  };
}

const hasLevelSql = (groupBy: Parameters<typeof groupLevelSql>[0]) =>
  `(${groupLevelSql(groupBy)}) is not null`;
