import type { FittedModel, ModelRow, ModelTerm, RatioEstimate } from '@core/analyses/endpoint-model';
import { mergedLevel, smallLevel } from '@core/analyses/model-definition';
import { modelNumbers, releasedModel } from '@core/analyses/released-model';
import { defaultPolicy } from '@core/disclosure/policy';
import { describe, expect, it } from 'vitest';

const test = { statistic: 1, degreesOfFreedom: 1, pValue: 0.5 };
const estimate = (ratio: number): RatioEstimate => ({
  coefficient: Math.log(ratio),
  standardError: 0.123456,
  ratio,
  lower: ratio / 1.2345678,
  upper: ratio * 1.2345678,
  pValue: 0.0123456,
  reason: null,
});
const row = (patients: number, events: number, more: Partial<ModelRow> = {}): ModelRow => ({
  level: null,
  isReference: false,
  compared: null,
  patients,
  events,
  univariable: estimate(1.23456),
  multivariable: estimate(2.34567),
  ...more,
});
const term = (name: ModelTerm['term'], kind: ModelTerm['kind'], rows: readonly ModelRow[]): ModelTerm => ({
  term: name,
  kind,
  missing: 0,
  rows,
  univariable: test,
  multivariable: test,
  merged: [],
});
const fitted = (patients: number, events: number, terms: readonly ModelTerm[]) =>
  ({ patients, events, terms }) as unknown as FittedModel;
const reference = { level: 'low', isReference: true, univariable: null, multivariable: null } as const;

describe('a model that leaves', () => {
  it('tells ratios of three digits, p-values of two, and counts rounded', () => {
    const model = releasedModel(
      fitted(203, 61, [
        term('age', 'number', [row(203, 61, { compared: { from: null, to: 10 } })]),
        term('elts', 'category', [row(103, 31, reference), row(100, 30, { level: 'high' })]),
      ]),
      defaultPolicy,
    );
    const [age, low, high] = model?.rows ?? [];
    expect(age?.multivariable).toMatchObject({
      ratio: { value: 2.35 },
      lower: { value: 1.9 },
      upper: { value: 2.9 },
      pValue: { value: 0.012 },
    });
    expect([age?.to.value, age?.from.value, age?.patients]).toEqual([10, null, null]);
    expect([low?.patients, high?.events]).toMatchObject([{ value: 105 }, { value: 30 }]);
    expect(low?.multivariable).toBeNull();
    expect(high?.univariable?.ratio.value).toBe(1.23);
    if (model === null) throw new Error('no model');
    const ratio = { ratio: 1.23, lower: 1, upper: 1.52, pValue: 0.012 };
    expect(modelNumbers(model)).toMatchObject({
      patients: 205,
      events: 60,
      rows: [
        { level: 'age', from: null, to: 10, patients: null, univariable: ratio },
        { level: 'elts=low', patients: 105, events: 30, univariable: null },
        { level: 'elts=high', patients: 100, events: 30, univariable: ratio },
      ],
    });
  });

  it('keeps back the ratio of a level with few events, of few without, and against such a reference', () => {
    const ratioOf = (...levels: readonly (readonly [number, number])[]) =>
      releasedModel(
        fitted(400, 100, [
          term(
            'elts',
            'category',
            levels.map(([patients, events], at) =>
              row(patients, events, at === 0 ? reference : { level: `${at}` }),
            ),
          ),
        ]),
        defaultPolicy,
      )?.rows.map(({ multivariable }) => multivariable?.ratio.value ?? null);
    expect(ratioOf([200, 46], [150, 44], [50, 10])).toEqual([null, 2.35, null]);
    expect(ratioOf([200, 46], [180, 33], [20, 21 - 10])).toEqual([null, 2.35, null]);
    expect(ratioOf([30, 5], [370, 95])).toEqual([null, null]);
  });

  it('never tells a small count, nor one that others would tell', () => {
    const model = releasedModel(
      fitted(97, 40, [
        term('elts', 'category', [
          row(48, 20, reference),
          row(48, 20, { level: 'intermediate' }),
          row(1, 0, { level: 'high' }),
        ]),
      ]),
      defaultPolicy,
    );
    // 50 and 50 within 93 to 97 would tell the 1.
    const kinds = model?.rows.map(({ patients }) => patients?.kind);
    expect(kinds?.[2]).toBe('masked');
    expect(kinds?.filter((kind) => kind === 'withheld')).toHaveLength(1);
    expect(model?.rows[2]?.multivariable?.ratio.value).toBeNull();
  });

  it('does not tell how many have a level by whether it was taken together with others', () => {
    const levels = (policy: typeof defaultPolicy, ...patients: readonly number[]) =>
      releasedModel(
        fitted(
          patients.reduce((sum, count) => sum + count, 0),
          60,
          [
            term('elts', 'category', [
              row(patients[0] ?? 0, 60, reference),
              ...patients.slice(1, -1).map((count, k) => row(count, 0, { level: `alone ${k}` })),
              row(patients.at(-1) ?? 0, 0, { level: mergedLevel }),
            ]),
          ],
        ),
        policy,
      )?.rows.map(({ patients: told }) => told?.kind);
    // One that stands alone has at least as many as may be told; the merged one is of two levels: 2 to 10 would be nine values.
    expect(smallLevel).toBeGreaterThanOrEqual(defaultPolicy.threshold);
    expect(levels(defaultPolicy, 300, 11, 5)?.at(-1)).toBe('withheld');
    // By a stricter policy it would be masked, "under 20", and known to be 11 to 19.
    expect(levels({ ...defaultPolicy, threshold: 20 }, 300, 11, 50)?.[1]).toBe('withheld');
  });

  it('does not tell how few have no event by the ratio that is not told', () => {
    // Of 25 told (23 to 27) and 15 events told (11 to 17), 6 to 16 have none; without a ratio 10 at most.
    const model = releasedModel(
      fitted(425, 115, [
        term('elts', 'category', [row(400, 100, reference), row(25, 15, { level: 'high' })]),
      ]),
      defaultPolicy,
    );
    const high = model?.rows[1];
    expect(high?.multivariable?.ratio.value).toBeNull();
    expect([high?.patients?.kind, high?.events?.kind]).not.toEqual(['rounded', 'rounded']);
  });

  it('does not leave with fewer events, or fewer patients without one, than the threshold', () => {
    expect(releasedModel(fitted(300, 10, []), defaultPolicy)).toBeNull();
    expect(releasedModel(fitted(300, 295, []), defaultPolicy)).toBeNull();
    expect(releasedModel(fitted(300, 11, []), defaultPolicy)).not.toBeNull();
  });

  it('tells no counts of a response that is reached on the way', () => {
    const model = releasedModel(
      fitted(300, 60, [
        term('reached', 'category', [row(300, 30, reference), row(200, 30, { level: 'reached' })]),
      ]),
      defaultPolicy,
    );
    expect(model?.rows.map(({ patients }) => patients)).toEqual([null, null]);
    expect(model?.rows[1]?.multivariable?.ratio.value).toBe(2.35);
  });
});
