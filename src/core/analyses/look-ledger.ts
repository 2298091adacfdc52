/** One analysis that was looked at: its parts as texts that are equal when they say the same. */
export interface Look {
  readonly endpoint: string;
  readonly cohort: string;
  /** The grouping of curves, or the covariates of a model; empty for one curve of everybody. */
  readonly by: string;
}

/** How many different things were looked at. */
export interface Looks {
  readonly endpoints: number;
  readonly cohorts: number;
  /** Groupings and sets of covariates. */
  readonly groupings: number;
  /** Different combinations of the three. */
  readonly analyses: number;
  /** Those of them that compare something. */
  readonly comparisons: number;
  /** Comparisons that would be significant at 5 % although nothing differs anywhere. */
  readonly byChance: number;
}

const significance = 0.05;

/** Counts what was looked at; the same thing twice counts once. */
export function countLooks(looks: readonly Look[]): Looks {
  const different = (of: (look: Look) => string, some = looks) => new Set(some.map(of)).size;
  const whole = ({ endpoint, cohort, by }: Look) => JSON.stringify([endpoint, cohort, by]);
  const compared = looks.filter(({ by }) => by !== '');
  const comparisons = different(whole, compared);
  return Object.freeze({
    endpoints: different(({ endpoint }) => endpoint),
    cohorts: different(({ cohort }) => cohort),
    groupings: different(({ by }) => by, compared),
    analyses: different(whole),
    comparisons,
    byChance: comparisons * significance,
  });
}
