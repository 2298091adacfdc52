import type { ExplainedCriterion } from '@core/cohort/eligibility-explanation';
import type { Eligibility, JudgedCriterion } from '@core/domain/eligibility';
import type { AtLeast, EligibilityCriterion, UnknowableCriterion } from '@core/domain/eligibility-rule';
import { guidelines } from '@core/domain/guideline';
import { quantity } from './number-text';
import type { Words } from './use-words';

/** The answer of a rule: «ELN 2020, minimal: not eligible». */
export function eligibilitySentence(words: Words, { rule, eligible }: Eligibility): string {
  return words.say('definition.judged', {
    criterion: words.say(`definition.rule.${rule.id}`),
    verdict: words.say(`definition.answer.${eligible === null ? 'unknown' : eligible ? 'yes' : 'no'}`),
  });
}

/** One criterion with its answer: «TKI > 5 years (> 4 years if second generation alone): met». */
export function judgedCriterionSentence(words: Words, { criterion, verdict }: JudgedCriterion): string {
  return words.say('definition.judged', {
    criterion: criterionText(words, criterion),
    verdict: words.say(`definition.verdict.${verdict}`),
  });
}

/** What a criterion asks, with a mark where its source was not read. */
export function criterionText(words: Words, criterion: EligibilityCriterion): string {
  const text = askedText(words, criterion);
  return criterion.unverified ? words.say('definition.unverified', { criterion: text }) : text;
}

/** What a criterion was read from: «6.2 years of TKI». Empty for those whose samples are told instead. */
export function readFactsText(words: Words, { criterion, facts }: JudgedCriterion): string {
  const answer = (claim: boolean | null | undefined) =>
    claim === null || claim === undefined ? 'unknown' : claim ? 'yes' : 'no';
  switch (criterion.kind) {
    case 'first_chronic_phase':
      return words.say('definition.read.first_chronic_phase', {
        chronic: answer(facts.chronicAtDiagnosis),
        progressed: answer(facts.progressed),
      });
    case 'adult':
      return words.say('definition.read.adult', { years: Math.floor(facts.ageYears ?? 0) });
    case 'tki_lines':
      return words.say('definition.read.tki_lines', {
        lines: facts.tkiLines ?? 0,
        intolerance: answer(facts.earlierLinesNotTolerated),
      });
    case 'typical_transcript':
      return words.say('definition.read.typical_transcript', { typical: answer(facts.typicalTranscript) });
    case 'tki_years':
      return words.say('definition.read.tki_years', {
        years: quantity(words, Math.floor((facts.tkiYears ?? 0) * 100) / 100, 'years'),
        second: answer(facts.secondGenerationOnly),
      });
    case 'no_resistance':
      return words.say('definition.read.no_resistance', { resistance: answer(facts.resistance) });
    case 'no_transplant':
      return words.say('definition.read.no_transplant', { transplanted: answer(facts.transplanted) });
    case 'deep_response':
    case 'no_milestone_verdict':
      return '';
  }
}

/** The run of a depth that ends with the last evaluable sample: «MR4 for 24.1 months: 9 samples, from day 12 to day 745». */
export function deepRunText(words: Words, { depth, run }: ExplainedCriterion['runs'][number]): string {
  const name = words.name('response', depth);
  if (run === null) return words.say('definition.run.unknown', { depth: name });
  const [first, last] = [run.samples[0], run.samples.at(-1)];
  if (first === undefined || last === undefined) return words.say('definition.run.none', { depth: name });
  const text = words.say('definition.run', {
    depth: name,
    months: words.number(run.months, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    samples: run.samples.length,
    first: first.day,
    last: last.day,
  });
  return run.brokenBy === null
    ? text
    : `${text} ${words.say('definition.run.brokenBy', { day: run.brokenBy.day })}`;
}

/** What no extract can tell: «motivation of the patient». */
export const notJudgedText = (words: Words, criterion: UnknowableCriterion): string =>
  words.say(`definition.notJudged.${criterion}`);

function askedText(words: Words, criterion: EligibilityCriterion): string {
  switch (criterion.kind) {
    case 'adult':
      return words.say('definition.criterion.adult', { years: criterion.years });
    case 'tki_lines':
      return words.say('definition.criterion.tki_lines', { most: criterion.most });
    case 'tki_years': {
      const duration = durationText(words, criterion.years, 'years');
      if (criterion.secondGenerationYears === null)
        return words.say('definition.criterion.tki_years', { duration });
      const second = durationText(words, criterion.secondGenerationYears, 'years');
      return words.say('definition.criterion.tki_years.second', { duration, second });
    }
    case 'deep_response':
      return words.alternatives(
        criterion.anyOf.map(({ depth, months }) =>
          words.say('definition.criterion.deep_response', {
            depth: words.name('response', depth),
            duration: durationText(words, months, 'months'),
          }),
        ),
      );
    case 'no_milestone_verdict':
      return words.say('definition.criterion.no_milestone_verdict', {
        verdicts: words.alternatives(
          criterion.verdicts.map((verdict) => words.name('milestone', verdict).toLowerCase()),
        ),
        guideline: guidelines[criterion.guideline].title,
      });
    default:
      return words.say(`definition.criterion.${criterion.kind}`);
  }
}

const durationText = (words: Words, { amount, strictly }: AtLeast, unit: 'years' | 'months'): string =>
  words.say(strictly ? 'rule.above' : 'rule.atLeast', { value: quantity(words, amount, unit) });
