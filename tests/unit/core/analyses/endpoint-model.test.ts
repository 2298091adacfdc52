import { endpointModel } from '@core/analyses/endpoint-model';
import { type ModelDefinition, modelOfText, modelText } from '@core/analyses/model-definition';
import { modelDesign, recipeValue } from '@core/analyses/model-design';
import { modelGuards } from '@core/analyses/model-guards';
import { predictProfile } from '@core/analyses/model-prediction';
import type { CovariateColumn, ModelTable } from '@core/analyses/model-table';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { describe, expect, it } from 'vitest';

const death: EndpointDefinition = { ...endpointPresets['overall-survival'].endpoint, entry: 'none' };
const nan = Number.NaN;

const sex = (...levels: readonly ('F' | 'M' | null)[]): CovariateColumn => ({
  kind: 'category',
  id: 'sex',
  levels: ['F', 'M'],
  codes: Float64Array.from(levels, (level) => (level === null ? nan : level === 'F' ? 0 : 1)),
});
const age = (...values: readonly number[]): CovariateColumn => ({
  kind: 'number',
  id: 'age',
  values: Float64Array.from(values),
});

/** Patients who leave on these days; a negative day is a censoring. */
function tableOf(
  days: readonly number[],
  covariates: readonly CovariateColumn[],
  more: Partial<ModelTable> = {},
): ModelTable {
  return {
    endpoint: death,
    day: Float64Array.from(days, Math.abs),
    entry: Float64Array.from(days, () => nan),
    kind: Float64Array.from(days, (day) => (day < 0 ? -1 : 0)),
    covariates,
    reached: null,
    excluded: [],
    ...more,
  };
}

function defined(text: string, more: Partial<ModelDefinition> = {}): ModelDefinition {
  const parts = modelOfText(text);
  if (parts === null) throw new Error(`not the text of a model: ${text}`);
  return { ...parts, method: 'cox', mergesSmallLevels: false, stratum: null, reached: null, ...more };
}

const fittedOf = (table: ModelTable, definition: ModelDefinition) => {
  const { fitted } = endpointModel(table, definition);
  if (fitted === null) throw new Error('no fit');
  return fitted;
};

describe('a model of an endpoint, by hand', () => {
  // Events on days 1 (M), 2 (F), 3 (M): u/(2u+1) × 1/(1+u) is largest at u = 1/√2.
  const three = tableOf([1, 2, 3], [sex('M', 'F', 'M')]);
  const u = Math.SQRT1_2;

  it('has the hazard ratio that makes the partial likelihood largest', () => {
    const [term] = fittedOf(three, defined('sex')).terms;
    expect(term?.rows).toMatchObject([
      { level: 'F', isReference: true, patients: 1, events: 1, multivariable: null },
      { level: 'M', isReference: false, patients: 2, events: 2 },
    ]);
    const ratio = term?.rows[1]?.multivariable;
    expect(ratio?.ratio).toBeCloseTo(u, 9);
    const information = (2 * u) / (2 * u + 1) ** 2 + u / (1 + u) ** 2;
    expect(ratio?.standardError).toBeCloseTo(1 / Math.sqrt(information), 9);
    expect(term?.rows[1]?.univariable).toEqual(ratio);
    expect(term?.multivariable.statistic).toBeCloseTo(Math.log(u) ** 2 * information, 9);
  });

  it('is turned round by another reference, and the same by Fine and Gray while nothing competes', () => {
    const turned = fittedOf(three, defined('sex:M')).terms[0]?.rows.find(({ level }) => level === 'F');
    expect(turned?.multivariable?.ratio).toBeCloseTo(1 / u, 9);
    const incidence = fittedOf(three, defined('sex', { method: 'fine-gray' })).terms[0]?.rows[1];
    expect(incidence?.multivariable?.ratio).toBeCloseTo(u, 6);
  });

  it('of two strata with the same patients has the ratio of one, and tells it as if twice as many', () => {
    const days = [1, 2, 3, -4, 5, 6];
    const levels = ['M', 'F', 'M', 'F', 'F', 'M'] as const;
    const one = fittedOf(tableOf(days, [sex(...levels)]), defined('sex'));
    const strata: CovariateColumn = {
      kind: 'category',
      id: 'elts',
      levels: ['low', 'intermediate', 'high'],
      codes: Float64Array.from({ length: 12 }, (_, at) => (at < 6 ? 0 : 2)),
    };
    // Twice as late in the second stratum: only the order of the days of a stratum counts.
    const table = tableOf([...days, ...days.map((day) => 2 * day)], [sex(...levels, ...levels), strata]);
    const model = endpointModel(table, defined('sex', { stratum: 'elts' }));
    const [alone, both] = [one, model.fitted].map((fitted) => fitted?.terms[0]?.rows[1]?.multivariable);
    expect(both?.ratio).toBeCloseTo(alone?.ratio ?? 0, 9);
    expect(both?.standardError).toBeCloseTo((alone?.standardError ?? 0) / Math.SQRT2, 9);
    expect(model.fitted?.terms.map(({ term }) => term)).toEqual(['sex']);
    const curve = (level: string) => {
      const predicted = predictProfile(model, { sex: 'F', elts: level });
      if (typeof predicted === 'string') throw new Error(predicted);
      return { day: [...predicted.day], probability: [...predicted.probability] };
    };
    expect(curve('high').day).toEqual(curve('low').day.map((day) => 2 * day));
    curve('high').probability.forEach((share, at) => {
      expect(share).toBeCloseTo(curve('low').probability[at] ?? 0, 9);
    });
    const incidence = endpointModel(table, defined('sex', { method: 'fine-gray', stratum: 'elts' }));
    expect(incidence.problem).toEqual({ kind: 'stratified' });
  });

  it('checks and predicts with an interval by Fine and Gray too', () => {
    const days = [3, -5, 8, 9, -12, 14, 20, 21, -25, 30, 31, 33, -40, 41, 50, 52];
    const ages = [70, 41, 66, 52, 48, 61, 39, 58, 44, 63, 35, 47, 55, 30, 42, 36];
    const table = tableOf(days, [age(...ages)], {
      endpoint: { ...death, competing: [{ kind: 'progression' }] },
      kind: Float64Array.from(days, (day, at) => (day < 0 ? -1 : at % 4 === 3 ? 1 : 0)),
    });
    const model = endpointModel(table, defined('age', { method: 'fine-gray' }));
    expect(model.fitted?.hazards?.global).toMatchObject({ degreesOfFreedom: 1, pValue: expect.any(Number) });
    expect(model.fitted?.hazards?.courses[0]?.events).toBe(model.fitted?.events);
    const predicted = predictProfile(model, { age: 50 });
    if (typeof predicted === 'string') throw new Error(predicted);
    predicted.probability.forEach((share, at) => {
      expect(predicted.lower[at]).toBeLessThan(share);
      expect(predicted.upper[at]).toBeGreaterThan(share);
      expect(predicted.upper[at]).toBeLessThanOrEqual(1);
    });
  });

  it('counts a response from the day on which it is reached', () => {
    // Day 1: reached / not / not yet; day 2: not / reached. u/(u+2) × 1/(1+u) is largest at u = √2.
    const reached = { depth: 'MMR', day: Float64Array.of(-3, Number.POSITIVE_INFINITY, 1.5) } as const;
    const fitted = fittedOf(tableOf([1, 2, 3], [], { reached }), defined('-', { reached: 'MMR' }));
    expect(fitted.terms[0]?.rows).toMatchObject([
      { level: 'not_yet', patients: 2, events: 1 },
      { level: 'reached', patients: 2, events: 2 },
    ]);
    expect(fitted.terms[0]?.rows[1]?.multivariable?.ratio).toBeCloseTo(Math.SQRT2, 9);
    expect(fitted).toMatchObject({ patients: 3, events: 3 });
  });

  it('tells a number by its step: ten years of age are the tenth power of one', () => {
    const fitted = fittedOf(tableOf([1, 2, 3], [age(41, 40, 41)]), defined('age'));
    expect(fitted.terms[0]?.rows).toMatchObject([{ level: null, compared: { from: null, to: 10 } }]);
    expect(fitted.terms[0]?.rows[0]?.multivariable?.ratio).toBeCloseTo(u ** 10, 9);
    expect(fitted.terms[0]?.rows[0]?.multivariable?.coefficient).toBeCloseTo(Math.log(u), 9);
  });

  it('predicts survival from the baseline hazard and the profile', () => {
    const model = endpointModel(three, defined('sex'));
    const predicted = predictProfile(model, { sex: 'F' });
    if (typeof predicted === 'string') throw new Error(predicted);
    // Breslow's jumps, all times different: 1/(2u+1), 1/(1+u), 1/u.
    const jumps = [1 / (2 * u + 1), 1 / (1 + u), 1 / u];
    let hazard = 0;
    jumps.forEach((jump, at) => {
      hazard += jump;
      expect(predicted.probability[at]).toBeCloseTo(Math.exp(-hazard), 9);
    });
    expect(predicted).toMatchObject({ kind: 'survival', day: Float64Array.of(1, 2, 3) });
  });
});

describe('the complete cases of a model', () => {
  it('are the same for each covariate alone, and what is missing is counted per covariate', () => {
    const table = tableOf([1, 2, 3, 4, -5], [sex('M', 'F', 'M', null, null), age(50, 60, 55, 40, nan)]);
    const model = endpointModel(table, defined('sex,age'));
    expect(model).toMatchObject({
      analysed: 5,
      incomplete: 2,
      missing: [
        { covariate: 'sex', missing: 2 },
        { covariate: 'age', missing: 1 },
      ],
      fitted: { patients: 3, events: 3 },
    });
  });

  it('have columns that the recipes of the model make again from the values of a patient', () => {
    const many = Array.from({ length: 40 }, (_, at) => at);
    const table = tableOf(
      many.map((at) => at + 1),
      [age(...many.map((at) => 30 + ((at * 7) % 41))), sex(...many.map((at) => (at % 3 === 0 ? 'F' : 'M')))],
    );
    const design = modelDesign(table, defined('age:spline,sex,age*sex'));
    if ('kind' in design) throw new Error(design.kind);
    expect(design.values.names).toEqual(design.columns.map(({ name }) => name));
    for (const at of many) {
      const profile = new Map<string, number | string>([
        ['age', 30 + ((at * 7) % 41)],
        ['sex', at % 3 === 0 ? 'F' : 'M'],
      ]);
      design.columns.forEach(({ recipe }, column) => {
        expect(recipeValue(recipe, profile)).toBeCloseTo(design.values.columns[column]?.[at] ?? nan, 12);
      });
    }
  });

  it('give no model, and say why, without patients, events, covariates, or with what the method does not take', () => {
    const problem = (table: ModelTable, definition: ModelDefinition) =>
      endpointModel(table, definition).problem?.kind;
    expect(problem(tableOf([], [sex()]), defined('sex'))).toBe('nobody');
    expect(problem(tableOf([-1, -2], [sex('F', 'M')]), defined('sex'))).toBe('no-events');
    expect(problem(tableOf([1, 2], []), defined('-'))).toBe('no-covariates');
    expect(problem(tableOf([1, 2], [sex('F', 'F')]), defined('sex:M'))).toBe('reference-empty');
    expect(problem(tableOf([1, 2], [age(3, 3)]), defined('age:spline'))).toBe('too-few-values');
    const late = tableOf([3, 4], [sex('F', 'M')], { entry: Float64Array.of(1, nan) });
    expect(problem(late, defined('sex', { method: 'fine-gray' }))).toBe('late-entry');
    expect(problem(late, defined('sex'))).toBeUndefined();
  });
});

describe('the guards of a model', () => {
  it('name the level that has all events, and the column that is another one', () => {
    const table = tableOf([1, 2, -3, -4], [sex('M', 'M', 'F', 'F'), age(3, 3, 1, 1)]);
    expect(modelGuards(endpointModel(table, defined('sex')))[0]).toEqual({
      kind: 'separation',
      parts: [{ term: 'sex', level: 'M' }],
    });
    const twice = tableOf([1, 2, 3, 4], [sex('M', 'F', 'M', 'F'), age(3, 1, 3, 1)]);
    expect(modelGuards(endpointModel(twice, defined('sex,age')))).toContainEqual({
      kind: 'redundant',
      parts: [{ term: 'age', level: null }],
    });
  });

  it('count events per coefficient, and offer to take small levels together', () => {
    const levels = ['low', 'intermediate', 'high'];
    const places = Array.from({ length: 40 }, (_, at) => (at < 32 ? 0 : at < 37 ? 1 : 2));
    const elts: CovariateColumn = { kind: 'category', id: 'elts', levels, codes: Float64Array.from(places) };
    const table = tableOf(
      places.map((_, at) => ((at * 11) % 40) + 1),
      [elts],
    );
    const guards = modelGuards(endpointModel(table, defined('elts')));
    expect(guards).toContainEqual({
      kind: 'small-levels',
      term: 'elts',
      levels: [
        { level: 'intermediate', patients: 5, events: 5 },
        { level: 'high', patients: 3, events: 3 },
      ],
      canMerge: true,
    });
    expect(guards.some(({ kind }) => kind === 'few-events')).toBe(false);
    const merged = endpointModel(table, defined('elts', { mergesSmallLevels: true }));
    expect(merged.fitted?.terms[0]).toMatchObject({
      merged: ['intermediate', 'high'],
      rows: [
        { level: 'low', patients: 32 },
        { level: 'merged', patients: 8 },
      ],
    });
    const few = modelGuards(endpointModel(tableOf([1, 2, 3], [sex('M', 'F', 'M')]), defined('sex')));
    expect(few).toContainEqual({ kind: 'few-events', events: 3, coefficients: 1 });
  });

  it('see hazards that cross, and when', () => {
    // Men die early or stay, women die late: the hazard ratio turns round.
    const men = Array.from({ length: 60 }, (_, at) => 30 + at * 2);
    const women = Array.from({ length: 60 }, (_, at) => 400 + at * 2);
    const late = Array.from({ length: 40 }, (_, at) => 900 + at);
    const table = tableOf(
      [...men, ...women, ...late.map((day) => -day)],
      [
        sex(
          ...men.map(() => 'M' as const),
          ...women.map(() => 'F' as const),
          ...late.map(() => 'M' as const),
        ),
      ],
    );
    const guard = modelGuards(endpointModel(table, defined('sex'))).find(
      ({ kind }) => kind === 'non-proportional',
    );
    expect(guard).toMatchObject({ term: 'sex' });
    const { crossing, pValue } = guard as { crossing: number | null; pValue: number };
    expect(pValue).toBeLessThan(1e-6);
    expect(crossing).toBeGreaterThan(3);
    expect(crossing).toBeLessThan(15);
  });
});

describe('the text of a model', () => {
  it('says covariates, forms, references and interactions, and is read back', () => {
    const text = 'age:spline,sex:M,elts,age*sex';
    const parts = modelOfText(text);
    expect(parts && modelText(parts)).toBe(text);
    expect(modelOfText('sex,age,age*sex')?.interactions).toEqual([['sex', 'age']]);
    expect(modelText({ covariates: [], interactions: [] })).toBe('-');
  });

  it.each(['', 'centre', 'age:M', 'sex:X', 'sex,sex', 'age*sex', 'age,age*age', 'constructor', 'age,,sex'])(
    'is refused whole when a part of it is none: %j',
    (text) => {
      expect(modelOfText(text)).toBeNull();
    },
  );
});
