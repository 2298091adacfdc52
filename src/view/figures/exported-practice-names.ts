import { askedAnswers, comparedGuidelines, depthAnswers } from '@core/analyses/counted-practice';
import {
  type ChosenFigure,
  choiceOf,
  exportedIndicators,
  type FigureId,
  figureChoices,
} from '@core/analyses/exported-figure';
import { indicatorGroups } from '@core/analyses/indicator-trend';
import { milestoneBands } from '@core/analyses/milestones';
import { questionnaireGroups } from '@core/analyses/questionnaire-scores';
import { rateValues } from '@core/analyses/released-measures';
import { keyAdverseEvents } from '@core/domain/adverse-event';
import { eligibilityRuleIds } from '@core/domain/eligibility-rule';
import { type AssessedGuidelineId, guidelines } from '@core/domain/guideline';
import { questionnaireScales, questionnaireWindowDays } from '@core/domain/questionnaire';
import { samplingPhases, samplingRules } from '@core/domain/sampling-phase';
import { treatmentEnds } from '@core/domain/treatment-end';
import type { Words } from '@language/words';
import { type FigureNames, type MeasureNames, nameOf, plainNames } from './figure-names';
import { levelText } from './IndicatorFigure';
import { levelName, questionnaireTitle } from './QuestionnaireFigure';

type PracticeFigure =
  | 'guideline-changes'
  | 'eligibility'
  | 'indicator'
  | 'key-event'
  | 'time-on-drug'
  | 'adverse-events'
  | 'questionnaire'
  | 'waits';

const counts = ['observed', 'affected', 'severe', 'followed', 'answered', 'waiting'] as const;
const values = [...rateValues, 'mean', 'lower_quartile', 'median', 'upper_quartile'] as const;
const shares = ['on_time', 'in_time', 'gap'] as const;
const shareWords = { on_time: 'onTime', in_time: 'inTime', gap: 'gap' } as const;

/** The words of the figures of practice: milestones compared, eligibility, indicators, safety, waits and questionnaires. */
export function practiceNames(
  id: Extract<FigureId, PracticeFigure>,
  figure: ChosenFigure,
  words: Words,
): FigureNames {
  const { say } = words;
  const drug = (code: string) => words.name('first_line_drug', code);
  const months = (level: string) => say('figure.months', { months: Number(level) });
  const answer = (level: string) =>
    nameOf(askedAnswers, level, (one) =>
      say(one === 'met' ? 'practice.met' : one === 'unknown' ? 'practice.unknown' : 'exports.figure.notMet'),
    );
  switch (id) {
    case 'guideline-changes': {
      const band = (level: string) => nameOf(milestoneBands, level, (one) => say(`milestones.band.${one}`));
      const { before, after } = comparedGuidelines;
      const name = (guideline: AssessedGuidelineId) => say(`milestones.guideline.${guideline}`);
      const rule = (guideline: AssessedGuidelineId) =>
        say(`milestones.rule.${guideline}`, { source: guidelines[guideline].source });
      return {
        title: say('milestones.changes'),
        rule: `${rule(before)} ${rule(after)}`,
        panel: months,
        bar: (level, month) => `${name(before)} · ${months(month)} · ${band(level)}`,
        part: (level) => `${name(after)} · ${band(level)}`,
      };
    }
    case 'eligibility':
      return {
        ...plainNames,
        title: say('eligibility.figure'),
        rule: say('eligibility.method'),
        bar: (level) =>
          nameOf(['deep', ...eligibilityRuleIds, 'stopped'], level, (step) =>
            say(`eligibility.step.${step}`),
          ),
        part: (level) => {
          const depth = depthAnswers.find((one) => one === level);
          return depth === undefined || depth === 'unknown'
            ? answer(level)
            : say(`exports.figure.depth.${depth}`);
        },
      };
    case 'indicator': {
      const indicator = choiceOf(figure, 'indicator', exportedIndicators);
      const by = indicatorGroups.find((group) => group === figure.choices.by) ?? null;
      return {
        ...plainNames,
        title: say(`indicator.${indicator}`),
        rule: say(`indicator.${indicator}.rule`),
        bar: (level) => inGroup(level, (group) => levelText(words, by, group === 'unknown' ? null : group)),
        part: answer,
      };
    }
    case 'key-event': {
      const event = choiceOf(figure, 'event', figureChoices['key-event'].event);
      return {
        title: say('exports.figure.course', { of: say(`safety.event.${event}`) }),
        rule: [
          say('exports.figure.keyEventRule', { terms: words.list(keyAdverseEvents[event]) }),
          say('exports.figure.courseRule'),
        ].join(' '),
        ...courseNames(words, (level) =>
          level === 'event' ? say(`safety.event.${event}`) : say('exports.figure.left'),
        ),
      };
    }
    case 'time-on-drug':
      return {
        title: `${say('treatment.time')} · ${drug(choiceOf(figure, 'drug', figureChoices['time-on-drug'].drug))}`,
        rule: say('exports.figure.courseRule'),
        ...courseNames(words, (level) => nameOf(treatmentEnds, level, (end) => say(`treatment.end.${end}`))),
      };
    case 'adverse-events': {
      const organ = choiceOf(figure, 'organ', figureChoices['adverse-events'].organ);
      return {
        ...plainNames,
        title: `${say('safety.rates')} – ${say(`safety.class.${organ}`)}`,
        rule: say('exports.figure.rateRule'),
        bar: drug,
        measures: measureNames(words, {
          x: say('safety.x'),
          drawn: ['rate', 'lower', 'upper'],
          measure: (level) => say(level === 'severe' ? 'safety.severe' : 'safety.any'),
        }),
      };
    }
    case 'questionnaire': {
      const scale = choiceOf(figure, 'scale', figureChoices.questionnaire.scale);
      const by = questionnaireGroups.find((group) => group === figure.choices.by) ?? null;
      const { better } = questionnaireScales[scale];
      return {
        ...plainNames,
        title: questionnaireTitle(words, scale, by),
        rule: [say('voice.rule', { days: questionnaireWindowDays }), say(`voice.better.${better}`)].join(' '),
        bar: (level) =>
          inGroup(
            level,
            (group) => levelName(words, by, group === 'unknown' ? null : group),
            (year) => say('exports.figure.year', { year: Number(year) }),
          ),
        measures: measureNames(words, {
          x: say('exports.figure.scoreX'),
          drawn: ['median', 'lower_quartile', 'upper_quartile'],
          measure: () => '',
        }),
      };
    }
    case 'waits': {
      const sources = [...new Set(samplingPhases.map((phase) => samplingRules[phase].source))];
      return {
        ...plainNames,
        title: say('monitoring.waits'),
        rule: [say('monitoring.rule'), say('monitoring.guideline', { sources: words.list(sources) })].join(
          ' ',
        ),
        bar: (level) => nameOf(samplingPhases, level, (phase) => say(`monitoring.phase.${phase}`)),
        measures: measureNames(words, {
          x: say('exports.figure.waitX'),
          drawn: ['median', 'lower_quartile', 'upper_quartile'],
          measure: () => '',
        }),
      };
    }
  }
}

/** `year`, or `year|group`, in words. */
function inGroup(level: string, group: (level: string) => string, yearText = (year: string) => year): string {
  const [year = '', of] = level.split('|');
  return of === undefined ? yearText(year) : `${yearText(year)} · ${group(of)}`;
}

function courseNames(
  words: Words,
  cause: (level: string) => string,
): Pick<FigureNames, 'panel' | 'bar' | 'part'> {
  const { say } = words;
  const until = (month: string) => say('exports.figure.until', { months: Number(month) });
  return {
    panel: until,
    bar: (level, month) => `${words.name('first_line_drug', level)} · ${until(month)}`,
    part: (level) => {
      if (level === 'still') return say('exports.figure.still');
      return level === 'not_followed' ? say('exports.figure.notFollowed') : cause(level);
    },
  };
}

const measureNames = ({ say }: Words, own: Pick<MeasureNames, 'x' | 'drawn' | 'measure'>): MeasureNames => ({
  ...own,
  count: (level) => nameOf(counts, level, (one) => say(`exports.count.${one}`)),
  value: (level) => {
    const share = shares.find((one) => one === level);
    if (share !== undefined) return say(`monitoring.column.${shareWords[share]}`);
    return nameOf(values, level, (one) => say(`exports.value.${one}`));
  },
  isShare: (level) => shares.some((one) => one === level),
});
