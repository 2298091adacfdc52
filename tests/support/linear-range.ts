import solver from 'javascript-lp-solver';

/** Σ weight · unknown lies between `min` and `max`; the unknowns are numbered from 0. */
export interface LinearKnowledge {
  readonly terms: readonly (readonly [unknown: number, weight: number])[];
  readonly min: number;
  readonly max: number;
}

const most = 1e6;

/**
 * The least and the most that an unknown, at least 0, can be for whoever knows all that: by linear programming.
 *
 * @throws Error when nothing goes with what is known
 */
export function linearRange(known: readonly LinearKnowledge[], unknown: number) {
  const [least, greatest] = (['min', 'max'] as const).map((opType) => {
    const variables: Record<string, Record<string, number>> = { [`u${unknown}`]: { wanted: 1 } };
    const constraints: Record<string, { min: number; max: number }> = {};
    known.forEach(({ terms, min, max }, k) => {
      constraints[`k${k}`] = { min, max: Math.min(max, most) };
      for (const [of, weight] of terms) {
        const name = `u${of}`;
        variables[name] = { ...variables[name], [`k${k}`]: weight };
      }
    });
    const answer = solver.Solve({ optimize: 'wanted', opType, constraints, variables }) as {
      readonly feasible: boolean;
      readonly result: number;
    };
    if (!answer.feasible) throw new Error('nothing goes with what is known');
    return answer.result;
  });
  return { least: least as number, most: greatest as number };
}

/** How many whole numbers lie between the two. */
export const wholeNumbersIn = ({ least, most: last }: ReturnType<typeof linearRange>): number =>
  Math.floor(last + 1e-6) - Math.ceil(least - 1e-6) + 1;
