import { questionnaireYears } from '@core/domain/questionnaire';
import { type SampleSummary, sampleSummary } from '@core/statistics/descriptive/sample-summary';
import { groupLevels } from './group-variable';

/** What scores are compared by: the first treatment, or whether a TKI is taken on the day. */
export const questionnaireGroups = ['first_line', 'phase'] as const;
export type QuestionnaireGroup = (typeof questionnaireGroups)[number];

export const treatmentPhases = ['on_tki', 'off_tki'] as const;

/** Patients of one level who are followed at a year and gave one answer; `null`: none. */
export interface QuestionnaireRow {
  /** `null`: the group is not known. */
  readonly level: string | null;
  readonly year: number;
  readonly score: number | null;
  readonly patients: number;
}

export interface YearOfScores {
  readonly year: number;
  /** Included and followed at the year. */
  readonly expected: number;
  /** Of those who answered; who did not is in none of its numbers. */
  readonly scores: SampleSummary;
}

export interface ScoreCourse {
  readonly level: string | null;
  /** From the start of the first TKI on; years at which nobody is followed are left out. */
  readonly years: readonly YearOfScores[];
}

const order: Readonly<Record<QuestionnaireGroup, readonly string[]>> = {
  first_line: groupLevels.first_line,
  phase: treatmentPhases,
};

/**
 * The scores of a scale year by year since the first TKI. Means and quartiles are those of who answered: no answer is
 * imputed, and the number of those expected stands beside them.
 *
 * @see tests/queries/questionnaires.test.ts
 */
export function questionnaireScores(
  rows: readonly QuestionnaireRow[],
  groupBy: QuestionnaireGroup | null,
): readonly ScoreCourse[] {
  const levels: readonly (string | null)[] = groupBy === null ? ['all'] : [...order[groupBy], null];
  return levels.flatMap((level) => {
    const ofLevel = rows.filter((row) => row.level === level);
    return ofLevel.length === 0 ? [] : [{ level, years: yearsOf(ofLevel) }];
  });
}

function yearsOf(rows: readonly QuestionnaireRow[]): readonly YearOfScores[] {
  return Array.from({ length: questionnaireYears + 1 }, (_, year) => year).flatMap((year) => {
    const here = rows.filter((row) => row.year === year);
    if (here.length === 0) return [];
    return [
      {
        year,
        expected: here.reduce((sum, { patients }) => sum + patients, 0),
        scores: sampleSummary(
          here.flatMap(({ score, patients }) => (score === null ? [] : Array<number>(patients).fill(score))),
        ),
      },
    ];
  });
}
