import type { EndpointModel } from '@core/analyses/endpoint-model';
import { smallLevel } from '@core/analyses/model-definition';
import { type ModelGuard, modelGuards } from '@core/analyses/model-guards';
import type { Words } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { pValueText } from './estimate-text';
import { levelName, termName } from './model-words';

interface Props {
  readonly model: EndpointModel;
  readonly words: Words;
  readonly onMerging: (merges: boolean) => void;
}

/** What a reader must know before reading the ratios, and what mends it. */
export function ModelGuards({ model, words, onMerging }: Props) {
  const { say } = words;
  const guards = modelGuards(model);
  const merges = model.definition.mergesSmallLevels;
  const canMerge = guards.some((guard) => guard.kind === 'small-levels' && guard.canMerge);
  const actions = merges ? (
    <Button onPress={() => onMerging(false)}>{say('model.unmerge')}</Button>
  ) : canMerge ? (
    <Button onPress={() => onMerging(true)}>{say('model.merge', { least: smallLevel })}</Button>
  ) : undefined;
  if (guards.length === 0) {
    return (
      <Notice tone="info" {...(actions === undefined ? {} : { actions })}>
        <p>{say(model.definition.method === 'cox' ? 'model.guardsNone' : 'model.guardsNoneFineGray')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={say('model.guards')} {...(actions === undefined ? {} : { actions })}>
      {guards.map((guard) => (
        <p key={`${guard.kind} ${'term' in guard ? guard.term : ''}`}>{guardText(guard, model, words)}</p>
      ))}
    </Notice>
  );
}

function guardText(guard: ModelGuard, { definition }: EndpointModel, words: Words): string {
  const { say, number } = words;
  const name = (term: Parameters<typeof termName>[0]) => termName(term, definition, words);
  switch (guard.kind) {
    case 'separation':
    case 'redundant':
      return say(`model.guard.${guard.kind}`, {
        list: words.list(
          guard.parts.map(({ term, level }) =>
            level === null
              ? name(term)
              : say('model.level', { name: name(term), level: levelName(term, level, words) }),
          ),
        ),
      });
    case 'not-converged':
      return say('model.guard.not-converged');
    case 'few-events':
      return say('model.guard.few-events', {
        events: guard.events,
        coefficients: guard.coefficients,
        share: number(guard.events / guard.coefficients, { maximumFractionDigits: 1 }),
      });
    case 'non-proportional': {
      const changes = say('model.guard.non-proportional', {
        name: name(guard.term),
        p: pValueText(guard.pValue, words),
      });
      return guard.crossing === null
        ? changes
        : `${changes} ${say('model.guard.crossing', { month: number(Math.round(guard.crossing)) })}`;
    }
    case 'not-linear':
      return say('model.guard.not-linear', { name: name(guard.term), p: pValueText(guard.pValue, words) });
    case 'small-levels':
      return say('model.guard.small-levels', {
        name: name(guard.term),
        list: words.list(
          guard.levels.map(({ level, events, patients }) =>
            say('model.smallLevel', { level: levelName(guard.term, level, words), events, patients }),
          ),
        ),
      });
  }
}
