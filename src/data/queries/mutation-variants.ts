import type { MutationTable } from '@core/analyses/mutation-map';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { askCohort } from './ask-cohort';
import { tkiLines } from './derived/derive-tables';
import mutationVariantsSql from './mutation-variants.sql?raw';
import type { Question } from './question';

/** ABL1 variants of the cohort by the TKI that was begun last before they were found. */
export const mutationVariants: Question<CohortDefinition, MutationTable> = {
  id: 'mutation-variants',
  async ask(engine, cohort, options) {
    const rows = await askCohort(
      engine,
      {
        question: 'mutation-variants',
        sql: mutationVariantsSql,
        cohort,
        slots: { tki_line: tkiLines },
      },
      options,
      (row) => ({
        variant: row.text('variant'),
        lastTki: row.code('drug', tkiDrugs),
        patients: row.count('patients'),
      }),
    );
    return {
      carriers: rows.find(({ variant }) => variant === null)?.patients ?? 0,
      rows: rows.flatMap(({ variant, ...row }) => (variant === null ? [] : [{ variant, ...row }])),
    };
  },
};
