import type { ModelRow, ModelTerm, RatioEstimate } from '@core/analyses/endpoint-model';
import {
  type CovariateId,
  isCovariateId,
  isStopCovariate,
  type ModelDefinition,
  mergedLevel,
  reachedStates,
} from '@core/analyses/model-definition';
import type { TermId } from '@core/analyses/model-design';
import type { RegressionTest } from '@core/statistics/survival/regression-terms';
import { factCode } from '@language/code-name';
import { factUnit, factWithUnit } from '@language/fact-text';
import type { Words } from '@language/use-words';
import type { ForestWords } from '@view/charts/forest-plot';
import { pValueText } from './estimate-text';

export const covariateName = (id: CovariateId, words: Words): string => words.say(`clinic.${id}`);

/** «Age», «MMR reached (time-dependent)», «Age × Sex». */
export function termName(term: TermId, { reached }: Pick<ModelDefinition, 'reached'>, words: Words): string {
  if (term === 'reached')
    return words.say('model.reached', { depth: reached === null ? '' : words.name('response', reached) });
  const [first = '', second] = term.split(':');
  const name = (id: string) => (isCovariateId(id) ? covariateName(id, words) : id);
  return second === undefined
    ? name(first)
    : words.say('model.product', { first: name(first), second: name(second) });
}

export function levelName(term: TermId, level: string, words: Words): string {
  if (level === mergedLevel) return words.say('model.merged');
  if (term === 'reached') {
    const state = reachedStates.find((one) => one === level);
    return state === undefined ? level : words.say(`model.reached.${state}`);
  }
  return isCovariateId(term) && !isStopCovariate(term) ? factCode(words, term, level) : level;
}

/** A number of a covariate with its unit: «10 years». */
export function covariateValue(id: TermId, value: number | string, words: Words): string {
  if (typeof value === 'string') return levelName(id, value, words);
  if (!isCovariateId(id)) return words.number(value);
  const shown = { value: words.number(value, { maximumFractionDigits: 1 }), count: value };
  if (isStopCovariate(id))
    return words.say(id === 'tki_years_before_stop' ? 'unit.years' : 'unit.months', shown);
  return factWithUnit(words, id, value);
}

/** The name of a number with its unit, for an axis. */
export function covariateWithUnit(id: CovariateId, words: Words): string {
  const name = covariateName(id, words);
  const unit = isStopCovariate(id)
    ? words.say(id === 'tki_years_before_stop' ? 'unitName.years' : 'unitName.months')
    : factUnit(words, id);
  return unit === null ? name : `${name} (${unit})`;
}

/** A column of the design, «Sex: Men», «Age × Sex: Men». */
export function columnName(column: string, words: Words): string {
  return column
    .split(':')
    .map((part) => {
      const [id = '', level] = part.split('=');
      const base = id.replace(/~(\d+)$/, ' ($1)');
      const covariate = id.replace(/~\d+$/, '');
      if (!isCovariateId(covariate)) return level ?? base;
      const name = covariateName(covariate, words) + base.slice(covariate.length);
      return level === undefined
        ? name
        : words.say('model.level', { name, level: levelName(covariate, level, words) });
    })
    .join(' × ');
}

/** What one line of the forest is called, without the name of its covariate where `alone` is false. */
export function rowName(
  { term, kind }: Pick<ModelTerm, 'term' | 'kind'>,
  row: Pick<ModelRow, 'level' | 'compared'>,
  definition: Pick<ModelDefinition, 'reached'>,
  words: Words,
): string {
  const name = termName(term, definition, words);
  const { compared, level } = row;
  if (kind === 'interaction' && level !== null) {
    const product = columnName(level, words);
    return compared === null
      ? product
      : words.say('model.perProduct', { name: product, step: words.number(compared.to) });
  }
  if (compared === null) return level === null ? name : levelName(term, level, words);
  const value = (number: number) => covariateValue(term, number, words);
  return compared.from === null
    ? words.say('model.per', { name, step: value(compared.to) })
    : words.say('model.quartiles', { name, from: value(compared.from), to: value(compared.to) });
}

/** What stands around the lines of a forest plot. */
export const forestWords = (method: ModelDefinition['method'], words: Words): ForestWords => ({
  number: words.number,
  percent: words.percent,
  axis: words.say(`model.axis.${method}`),
  less: words.say('model.less'),
  more: words.say('model.more'),
  alone: words.say('model.alone'),
  together: words.say('model.together'),
  counts: words.say('model.countsHead'),
});

/** «0.71 (0.45 to 1.12)», or that it cannot be estimated. */
export function ratioText(estimate: RatioEstimate | null, words: Words): string {
  if (estimate === null) return '–';
  if (estimate.reason !== null || estimate.ratio === null) return words.say('model.notEstimable');
  return words.say('model.withInterval', {
    value: ratioNumber(estimate.ratio, words),
    lower: ratioNumber(estimate.lower, words),
    upper: ratioNumber(estimate.upper, words),
  });
}

export function ratioNumber(value: number | null, words: Words): string {
  if (value === null) return '–';
  if (value >= 1000) return `> ${words.number(1000)}`;
  return words.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export const pText = (p: number | null | undefined, words: Words): string =>
  p == null ? '–' : pValueText(p, words).replace(/^= /, '');

export function testText(test: RegressionTest | null, words: Words): string {
  if (test === null || test.pValue === null) return '–';
  return words.say('model.test', {
    statistic: words.number(test.statistic, { maximumFractionDigits: 2 }),
    degreesOfFreedom: test.degreesOfFreedom,
    p: pValueText(test.pValue, words),
  });
}
