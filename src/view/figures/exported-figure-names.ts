import { inclusionDelays } from '@core/analyses/accrual';
import { followUpStates, outcomeParts } from '@core/analyses/counted-figure';
import { curveOrigins } from '@core/analyses/curve-origin';
import { type ChosenFigure, choiceOf, exportedFacts, figureChoices } from '@core/analyses/exported-figure';
import { firstLineBands } from '@core/analyses/first-line-drugs';
import { doseBands } from '@core/analyses/first-year-dose';
import { baselineVariables } from '@core/analyses/group-variable';
import { milestoneBands } from '@core/analyses/milestones';
import { periodOutcomeIds, periodOutcomes } from '@core/analyses/outcome-periods';
import { pathwayEnds } from '@core/analyses/treatment-pathways';
import { depthStates } from '@core/cohort/depth-course';
import { type FactId, facts } from '@core/cohort/fact-vocabulary';
import { guidelines } from '@core/domain/guideline';
import { factCode } from '@language/code-name';
import { rangeText } from '@language/number-text';
import type { Words } from '@language/words';
import { depthStateName } from './depth-words';
import { practiceNames } from './exported-practice-names';
import { type FigureNames, nameOf, plainNames } from './figure-names';
import { nodeName } from './TreatmentPathwaysFigure';

/** The words of an exported figure. */
export function figureNames(figure: ChosenFigure, words: Words): FigureNames {
  const { say } = words;
  const drug = (code: string) => words.name('first_line_drug', code);
  const months = (level: string) => say('figure.months', { months: Number(level) });
  const milestoneBand = (level: string) =>
    nameOf(milestoneBands, level, (band) => say(`milestones.band.${band}`));
  const guideline = () => {
    const id = choiceOf(figure, 'guideline', figureChoices.milestones.guideline);
    const name = say(`milestones.guideline.${id}`);
    return { name, rule: say(`milestones.rule.${id}`, { source: guidelines[id].source }) };
  };
  switch (figure.figure) {
    case 'milestones': {
      const { name, rule } = guideline();
      return {
        ...plainNames,
        title: say('milestones.bars', { guideline: name }),
        rule,
        bar: months,
        part: milestoneBand,
      };
    }
    case 'milestone-flows': {
      const { name, rule } = guideline();
      return {
        title: say('milestones.flows', { guideline: name }),
        rule,
        panel: (panel) => panel.split('-').map(months).join(' → '),
        bar: (level, panel) =>
          say('milestones.atMonth', { band: milestoneBand(level), month: Number(panel.split('-')[0]) }),
        part: milestoneBand,
      };
    }
    case 'milestone-groups': {
      const { name, rule } = guideline();
      const month = Number(figure.choices.month);
      return {
        ...plainNames,
        title: say('milestones.groups.first_tki', { guideline: name, month }),
        rule,
        bar: (level) => (level === 'unknown' ? say('milestones.unknownGroup') : drug(level)),
        part: milestoneBand,
      };
    }
    case 'depth':
      return {
        ...plainNames,
        title: say('depth.title'),
        rule: `${say('depth.rule', { months: Number(figure.choices.current) })} ${say('exports.figure.estimated')}`,
        bar: months,
        part: (level) => nameOf(depthStates, level, (state) => depthStateName(state, words)),
      };
    case 'mutations':
      return {
        ...plainNames,
        title: say('mutations.title'),
        rule: `${say('mutations.method')} ${say('exports.figure.carriers')}`,
        part: () => say('exports.figure.carried'),
      };
    case 'accrual':
      return {
        ...plainNames,
        title: say('accrual.byYear'),
        rule: say('accrual.rule'),
        part: (level) => nameOf(inclusionDelays, level, (delay) => say(`accrual.delay.${delay}`)),
      };
    case 'follow-up':
      return {
        ...plainNames,
        title: say('accrual.followUp'),
        rule: say('accrual.lostRule'),
        part: (level) => nameOf(followUpStates, level, (state) => say(`accrual.state.${state}`)),
      };
    case 'first-line':
      return {
        ...plainNames,
        title: say('treatment.firstLine'),
        rule: say('treatment.firstLineRule'),
        part: (level) => nameOf(firstLineBands, level, (band) => say(`treatment.band.${band}`)),
      };
    case 'first-year-dose':
      return {
        ...plainNames,
        title: say('treatment.dose'),
        rule: say('treatment.doseRule'),
        bar: drug,
        part: (level) =>
          level === 'not_followed'
            ? say('treatment.notFollowed')
            : nameOf(doseBands, level, (band) => say(`treatment.doseBand.${band}`)),
      };
    case 'pathways':
      return {
        title: say('treatment.pathways'),
        rule: say('treatment.pathwayRule'),
        panel: (line) => say('treatment.line', { line: Number(line) }),
        bar: (level, line) => `${say('treatment.line', { line: Number(line) })} · ${drug(level)}`,
        part: (level) => {
          const end = pathwayEnds.find((one) => one === level);
          return end === undefined ? drug(level) : nodeName(end, words);
        },
      };
    case 'outcome-periods': {
      const outcome = choiceOf(figure, 'outcome', periodOutcomeIds);
      const [months] = periodOutcomes[outcome].months;
      return {
        ...plainNames,
        title: say('period.figure', { outcome: say(`period.outcome.${outcome}`), months }),
        rule: `${say(`period.rule.${outcome}`)} ${say('period.rule')} ${say('exports.figure.estimated')}`,
        part: (level) => nameOf(outcomeParts, level, (part) => say(`period.part.${part}`)),
      };
    }
    case 'fact': {
      const fact = choiceOf(figure, 'fact', exportedFacts);
      return {
        ...plainNames,
        title: say(`clinic.${fact}`),
        rule: say('exports.figure.fact', { fact: say(`clinic.${fact}`) }),
        bar: () => say('clinic.all'),
        part: (level) => factLevelName(fact, level, words),
      };
    }
    case 'guideline-changes':
    case 'eligibility':
    case 'indicator':
    case 'key-event':
    case 'time-on-drug':
    case 'adverse-events':
    case 'questionnaire':
    case 'waits':
      return practiceNames(figure.figure, figure, words);
    case 'response': {
      const origin = choiceOf(figure, 'origin', curveOrigins);
      const by = baselineVariables.find((variable) => variable === figure.choices.by);
      return {
        ...plainNames,
        title: say(`response.figure.${origin}`),
        rule: say('response.method'),
        bar: (level) => (by === undefined ? say('clinic.all') : words.name(by, level)),
      };
    }
  }
}

function factLevelName(fact: FactId, level: string, words: Words): string {
  if (level === 'unknown') return words.say('explorer.notKnown');
  const bounds = /^(-?[\d.e-]*)\.\.(-?[\d.e-]*)$/.exec(level);
  const told = facts[fact];
  if (bounds === null || told.kind !== 'number') return factCode(words, fact, level);
  // The first and the last have one end only.
  const [min = null, max = null] = bounds.slice(1).map((end) => (end === '' ? null : Number(end)));
  return rangeText(words, { min, max, maxOpen: true }, told.unit);
}
