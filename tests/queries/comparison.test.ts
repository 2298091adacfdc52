import { type CohortDefinition, everyone, withRule } from '@core/cohort/cohort-definition';
import { cohortOverlap } from '@data/queries/cohort-overlap';
import { tableOne } from '@data/queries/table-one';
import { demonstrationEngine } from '@tests/support/demonstration-engine';
import { describe, expect, it } from 'vitest';

const women = withRule(everyone, 'sex', {
  condition: { kind: 'category', fact: 'sex', values: ['F'] },
  unknown: 'exclude',
});
const old = withRule(everyone, 'age', {
  condition: { kind: 'range', fact: 'age', min: 65, max: null },
  unknown: 'exclude',
});
const signal = new AbortController().signal;

describe('cohorts of the demonstration beside each other', async () => {
  const engine = await demonstrationEngine();
  const count = async (where: string) => {
    const { columns } = await engine.query(
      `select count(*)::integer as patients from patient where ${where}`,
    );
    return Number(columns.patients?.[0]);
  };
  const ask = (cohorts: readonly CohortDefinition[]) => cohortOverlap.ask(engine, { cohorts }, { signal });

  it('overlap as their rows say', async () => {
    const isOld = 'coalesce(age_at_diagnosis_years >= 65, false)';
    const isWoman = "coalesce(sex::varchar = 'F', false)";
    const { counts, patients, keptOutAlone } = await ask([women, old]);
    expect(counts).toEqual([
      await count(`not ${isWoman} and not ${isOld}`),
      await count(`${isWoman} and not ${isOld}`),
      await count(`not ${isWoman} and ${isOld}`),
      await count(`${isWoman} and ${isOld}`),
    ]);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(patients);
    // The index event keeps nobody out; the one rule keeps out all others.
    expect(keptOutAlone[0]).toEqual([0, await count(`not ${isWoman}`)]);
  });

  it('of none or of one are the extract', async () => {
    expect((await ask([everyone])).counts).toEqual([0, 2000]);
    expect((await ask([])).patients).toBe(0);
  });

  it('have the Table 1 that their rows say', async () => {
    const question = { cohorts: [women], withRest: true, facts: ['age', 'sex'], tests: true } as const;
    const { table, groups } = await tableOne.ask(engine, question, { signal });
    expect(groups).toEqual([0, 'rest']);
    const [ages, sexes] = table.rows;
    const { columns } = await engine.query(
      `select quantile_cont(age_at_diagnosis_years, 0.5)::double as median, avg(age_at_diagnosis_years)::double as mean,
        stddev_samp(age_at_diagnosis_years)::double as spread
      from patient group by coalesce(sex::varchar = 'F', false) order by coalesce(sex::varchar = 'F', false) desc`,
    );
    if (ages?.kind !== 'number') throw new Error('no ages');
    ages.summaries.forEach(({ median, mean, standardDeviation }, g) => {
      expect(median).toBeCloseTo(Number(columns.median?.[g]), 10);
      expect(mean).toBeCloseTo(Number(columns.mean?.[g]), 10);
      expect(standardDeviation).toBeCloseTo(Number(columns.spread?.[g]), 10);
    });
    expect(ages.test?.method).toBe('wilcoxon-normal');
    if (sexes?.kind !== 'category') throw new Error('no sexes');
    expect(sexes.levels[0]).toEqual({ level: 'F', patients: [await count("sex::varchar = 'F'"), 0] });
  });

  it('are not counted for somebody who no longer waits', async () => {
    const gone = new AbortController();
    gone.abort();
    const question = { cohorts: [old], withRest: true, facts: ['age', 'centre'], tests: true } as const;
    await expect(tableOne.ask(engine, question, { signal: gone.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
