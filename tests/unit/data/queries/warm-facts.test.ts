import { everyone } from '@core/cohort/cohort-definition';
import { factIds } from '@core/cohort/fact-vocabulary';
import type { Engine } from '@data/engine/engine';
import { warmFacts } from '@data/queries/cohort/warm-facts';
import { readAhead } from '@data/queries/cohort-charts';
import { describe, expect, test } from 'vitest';

/** An engine of so many patients of whom nothing is known, and what it was asked. */
function emptyEngine(patients: number): { readonly engine: Engine; readonly asked: string[] } {
  const asked: string[] = [];
  const engine = {
    query: (sql: string) => {
      if (sql.includes('as cell')) asked.push(sql);
      return Promise.resolve({ rowCount: patients, columns: { cell: new Int32Array(patients) } });
    },
  };
  return { engine: engine as unknown as Engine, asked };
}

describe('facts read while the page rests', () => {
  test('are all facts, each once, each after a quiet moment', async () => {
    const { engine, asked } = emptyEngine(3);
    let moments = 0;
    await warmFacts(engine, () => {
      expect(asked.length).toBe(moments);
      moments += 1;
      return Promise.resolve();
    });
    expect(asked.length).toBe(factIds.length);
    expect(new Set(asked).size).toBe(factIds.length);
    await warmFacts(engine, () => Promise.resolve());
    expect(asked.length).toBe(factIds.length);
  });

  test('are no more once nobody is there to be quiet for', async () => {
    const { engine, asked } = emptyEngine(3);
    let moments = 0;
    const reading = warmFacts(engine, () => {
      moments += 1;
      return moments > 4 ? Promise.reject(new Error('left')) : Promise.resolve();
    });
    await expect(reading).rejects.toThrow('left');
    expect(asked.length).toBe(4);
  });

  test('are left out when they would take the memory of the page', async () => {
    const { engine, asked } = emptyEngine(100);
    // Sex, a code, and age, a number with its code; a hundred bytes are too few for the third.
    await warmFacts(engine, () => Promise.resolve(), 1_000);
    expect(asked.length).toBe(2);
  });
});

test('the facts of the rules of a cohort are asked for at once, and not again', () => {
  const { engine, asked } = emptyEngine(3);
  const condition = { kind: 'range', fact: 'tki_years', min: 2, max: null } as const;
  const cohort = { ...everyone, rules: [{ condition, unknown: 'exclude' }] } as const;
  readAhead(engine, cohort);
  expect(asked.filter((sql) => sql.includes('tki_years')).length).toBe(1);
  readAhead(engine, cohort);
  expect(asked.filter((sql) => sql.includes('tki_years')).length).toBe(1);
});
