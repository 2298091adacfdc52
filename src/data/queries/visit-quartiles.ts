import { curveExclusions, type MolecularResponseTable } from '@core/analyses/molecular-response';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Cell } from '@data/engine/engine';
import { readyCohort } from './cohort/ready-cohort';
import molecularCoverageSql from './molecular-coverage.sql?raw';
import type { Question } from './question';
import { fillSlots, literal } from './sql-text';
import visitQuartilesSql from './visit-quartiles.sql?raw';

/**
 * Stands for "undetected" while DuckDB ranks: far below any log10 of a percentage. A type-7 quartile that touches an
 * undetected sample interpolates by 0, 1/4, 1/2 or 3/4 and stays below a quarter of it.
 */
const undetectedRank = -1e6;

const log10OrUndetected = (cell: Cell | undefined): number | null => {
  const value = Number(cell);
  return value < undetectedRank / 8 ? null : value;
};

/** Quartiles of log10 BCR::ABL1 IS per visit window, and who is not on the curve. */
export const visitQuartiles: Question<CohortDefinition, MolecularResponseTable> = {
  id: 'visit-quartiles',
  async ask(engine, definition, options) {
    const { facts, member } = await readyCohort(engine, definition, options);
    const [visits, coverage] = await Promise.all([
      engine.query(
        fillSlots(visitQuartilesSql, { facts, cohort: member.sql, undetected: literal(undetectedRank) }),
        {
          values: member.values,
          question: 'visit-quartiles',
          ...options,
        },
      ),
      engine.query(fillSlots(molecularCoverageSql, { facts, cohort: member.sql }), {
        values: member.values,
        question: 'molecular-coverage',
        ...options,
      }),
    ]);
    const patients = new Map<Cell, number>();
    for (let row = 0; row < coverage.rowCount; row++) {
      patients.set(coverage.columns.reason?.[row] ?? null, Number(coverage.columns.patients?.[row]));
    }
    return {
      visits: Array.from({ length: visits.rowCount }, (_, row) => ({
        month: Number(visits.columns.month?.[row]),
        patients: Number(visits.columns.patients?.[row]),
        undetected: Number(visits.columns.undetected?.[row]),
        lowerQuartileLog10: log10OrUndetected(visits.columns.lower_quartile?.[row]),
        medianLog10: log10OrUndetected(visits.columns.median?.[row]),
        upperQuartileLog10: log10OrUndetected(visits.columns.upper_quartile?.[row]),
      })),
      cohort: [...patients.values()].reduce((sum, count) => sum + count, 0),
      excluded: Object.fromEntries(
        curveExclusions.map((reason) => [reason, patients.get(reason) ?? 0]),
      ) as Record<(typeof curveExclusions)[number], number>,
    };
  },
};
