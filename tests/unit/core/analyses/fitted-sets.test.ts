import { fittedSets, type KeyedModelTable } from '@core/analyses/fitted-sets';
import { type ModelDefinition, modelOfText } from '@core/analyses/model-definition';
import type { ReleasedModel } from '@core/analyses/released-model';
import { tellsOfFew } from '@core/disclosure/differencing';
import { defaultPolicy } from '@core/disclosure/policy';
import { assembled, releaseCount, withheldCount } from '@core/disclosure/released';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { describe, expect, it } from 'vitest';

const levels = ['low', 'intermediate', 'high'];

/** One patient per letter: its level by ELTS, `?` where it is not known; numbered from 100 on, the last first. */
function rows(text: string): KeyedModelTable {
  const patients = [...text];
  return {
    table: {
      endpoint: endpointPresets['overall-survival'].endpoint,
      day: Float64Array.from(patients, (_, k) => 10 + k),
      entry: new Float64Array(patients.length).fill(Number.NaN),
      kind: Float64Array.from(patients, (_, k) => (k % 2) - 1),
      covariates: [
        {
          kind: 'category',
          id: 'elts',
          levels,
          codes: Float64Array.from(patients, (letter) =>
            letter === '?' ? Number.NaN : levels.findIndex((level) => level.startsWith(letter)),
          ),
        },
      ],
      reached: null,
      excluded: [],
    },
    keys: Uint32Array.from(patients, (_, k) => 99 + patients.length - k),
  };
}

const definition: ModelDefinition = {
  ...(modelOfText('elts') ?? { covariates: [], interactions: [] }),
  method: 'cox',
  mergesSmallLevels: false,
  stratum: null,
  reached: null,
};
const nothing = assembled({ value: null });
const told = (...names: readonly string[]): ReleasedModel => ({
  patients: releaseCount(100),
  events: releaseCount(50),
  rows: levels.map((level) => ({
    term: 'elts',
    kind: 'category',
    level,
    isReference: level === 'low',
    from: nothing,
    to: nothing,
    patients: names.includes(level) ? releaseCount(40) : withheldCount,
    events: withheldCount,
    univariable: null,
    multivariable: null,
  })),
});
const sets = (text: string, released: ReleasedModel) =>
  fittedSets(rows(text), definition, released, defaultPolicy);
const text = (low: number, intermediate: number, high: number, unknown = 0) =>
  'l'.repeat(low) + 'i'.repeat(intermediate) + 'h'.repeat(high) + '?'.repeat(unknown);

describe('the patients whom a released model tells of', () => {
  it('are the complete cases, the levels that are told, and the others together; ascending', () => {
    const found = sets(text(40, 30, 5, 8), told('low'));
    expect(found.map(({ length }) => length)).toEqual([75, 40, 35]);
    for (const set of found) expect([...set]).toEqual([...set].toSorted((a, b) => a - b));
    // The last of the text are numbered first: eight who are not known, then those who are high.
    expect(found.map((set) => set[0])).toEqual([108, 143, 108]);
  });

  it('are none under the threshold', () => {
    expect(sets(text(40, 30, 5), told('low', 'intermediate')).map(({ length }) => length)).toEqual([
      75, 40, 30,
    ]);
    expect(sets('?????', told('low'))).toEqual([]);
  });

  it('keep a second model back that lacks a few of them, or tells a level that was withheld', () => {
    const earlier = sets(text(40, 30, 5), told('low'));
    const later = (other: string, released: ReleasedModel) =>
      sets(other, released).some((set) => tellsOfFew(set, earlier, defaultPolicy));
    expect(later(text(40, 30, 5), told('low'))).toBe(false);
    // 35 were withheld: told now are 30 of them, so that five are left.
    expect(later(text(40, 30, 5), told('low', 'intermediate'))).toBe(true);
    // Three miss a covariate that the first model did not have.
    expect(later(`${text(37, 30, 5)}???`, told('low'))).toBe(true);
  });
});
