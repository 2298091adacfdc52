import type { ClassSize } from '@core/analyses/k-anonymity';
import {
  type AgeBand,
  type KnownFacts,
  knownFacts,
  type QuasiIdentifier,
} from '@core/domain/quasi-identifier';
import statement from './class-sizes.sql?raw';
import type { Question } from './question';
import { fillSlots, literal } from './sql-text';

export interface ClassQuestion {
  readonly known: KnownFacts;
  readonly ageBand: AgeBand;
}

/** Sizes of the classes of patients, of the whole extract, who are alike in what is known of them. */
export const classSizes: Question<ClassQuestion, readonly ClassSize[]> = {
  id: 'class-sizes',
  async ask(engine, { known, ageBand }, options) {
    const column: Readonly<Record<QuasiIdentifier, string>> = {
      age: `floor(age_at_diagnosis_years / ${literal(ageBand)})`,
      sex: 'sex',
      diagnosis_year: 'diagnosis_year',
      centre: 'centre_id',
    };
    const facts = knownFacts[known].map((fact) => column[fact]).join(', ');
    const { columns, rowCount } = await engine.query(fillSlots(statement, { facts }), {
      question: 'class-sizes',
      ...options,
    });
    return Array.from({ length: rowCount }, (_, row) => ({
      size: Number(columns.size?.[row]),
      classes: Number(columns.classes?.[row]),
    }));
  },
};
