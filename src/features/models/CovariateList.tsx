import {
  type CategoryCovariateId,
  type CovariateId,
  covariateIds,
  isCovariateId,
  isStopCovariate,
  levelsOfCovariate,
  type ModelCovariate,
  type ModelDefinition,
  modelLimits,
  newCovariate,
  stopCovariateIds,
  withCovariate,
  withoutCovariate,
} from '@core/analyses/model-definition';
import { factGroups, facts } from '@core/cohort/fact-vocabulary';
import { useWords, type Words } from '@language/use-words';
import { covariateName, levelName, termName } from '@view/figures/model-words';
import { Button } from '@view/ui/Button';
import { ChoiceField } from '@view/ui/ChoiceField';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { Segments } from '@view/ui/Segments';
import { useEffect, useRef, useState } from 'react';
import styles from './models-view.module.css';

interface Props {
  readonly definition: ModelDefinition;
  readonly onChange: (next: Pick<ModelDefinition, 'covariates' | 'interactions'>) => void;
  readonly afterStop: boolean;
}

/** The covariates of a model: each with its form or its reference, and the pairs that may depend on each other. */
export function CovariateList({ definition, onChange, afterStop }: Props) {
  const words = useWords();
  const { say } = words;
  const { covariates, interactions } = definition;
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState(0);
  // The button that had the keyboard is gone with its row.
  useEffect(() => {
    if (removed > 0) list.current?.focus();
  }, [removed]);
  const remove = (next: typeof definition, name: string) => {
    setSaid(say('model.removed', { name }));
    setRemoved((before) => before + 1);
    onChange(next);
  };
  const pairs = pairsOf(definition);
  return (
    <section className={styles.covariates} aria-label={say('model.covariates')}>
      <h3>{say('model.covariates')}</h3>
      <ul ref={list} tabIndex={-1} className={styles.list} aria-label={say('model.covariates')}>
        {covariates.map((covariate) => (
          <li key={covariate.id}>
            <span className={styles.name}>{covariateName(covariate.id, words)}</span>
            <CovariateForm
              covariate={covariate}
              onChange={(next) => onChange(withCovariate(definition, next))}
              words={words}
            />
            <Button
              look="quiet"
              aria-label={say('model.remove', { name: covariateName(covariate.id, words) })}
              onPress={() =>
                remove(withoutCovariate(definition, covariate.id), covariateName(covariate.id, words))
              }
            >
              ✕
            </Button>
          </li>
        ))}
        {interactions.map((pair) => {
          const name = pairName(pair, words);
          return (
            <li key={pair.join('*')}>
              <span className={styles.name}>{name}</span>
              <Button
                look="quiet"
                aria-label={say('model.remove', { name })}
                onPress={() =>
                  remove({ ...definition, interactions: interactions.filter((one) => one !== pair) }, name)
                }
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ul>
      <div className={styles.add}>
        {covariates.length >= modelLimits.covariates ? (
          <p>{say('model.full', { most: modelLimits.covariates })}</p>
        ) : (
          <GroupedChoice<CovariateId>
            label={say('model.add')}
            placeholder={say('model.addNone')}
            groups={choicesOf(definition, afterStop, words)}
            chosen={null}
            onChoose={(id) => {
              if (isCovariateId(id))
                onChange({ covariates: [...covariates, newCovariate(id)], interactions });
            }}
          />
        )}
        {pairs.length === 0 || interactions.length >= modelLimits.interactions ? null : (
          <ChoiceField
            label={say('model.addInteraction')}
            options={[
              { id: 'none', label: say('model.addNone') },
              ...pairs.map((pair, place) => ({ id: String(place), label: pairName(pair, words) })),
            ]}
            chosen="none"
            onChoose={(id) => {
              const pair = pairs[Number(id)];
              if (pair !== undefined) onChange({ covariates, interactions: [...interactions, pair] });
            }}
          />
        )}
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </section>
  );
}

function CovariateForm({
  covariate,
  onChange,
  words,
}: {
  readonly covariate: ModelCovariate;
  readonly onChange: (next: ModelCovariate) => void;
  readonly words: Words;
}) {
  const { say } = words;
  const name = covariateName(covariate.id, words);
  if (covariate.kind === 'number') {
    return (
      <Segments<'linear' | 'spline'>
        label={say('model.form', { name })}
        labelHidden
        options={(['linear', 'spline'] as const).map((id) => ({ id, label: say(`model.form.${id}`) }))}
        chosen={covariate.form}
        onChoose={(form) => onChange({ ...covariate, form })}
      />
    );
  }
  const level = (id: string) => say('model.referenceLevel', { level: levelName(covariate.id, id, words) });
  return (
    <GroupedChoice
      label={say('model.reference', { name })}
      labelHidden
      groups={[
        {
          id: 'levels',
          label: say('model.reference', { name }),
          options: [
            { id: 'first', label: say('model.referenceLevel', { level: say('model.referenceFirst') }) },
            ...levelsOfCovariate(covariate.id as CategoryCovariateId).map((id) => ({ id, label: level(id) })),
          ],
        },
      ]}
      chosen={covariate.reference ?? 'first'}
      onChoose={(id) => onChange({ ...covariate, reference: id === 'first' ? null : id })}
    />
  );
}

type Pair = ModelDefinition['interactions'][number];

const pairName = ([first, second]: Pair, words: Words): string =>
  termName(`${first}:${second}`, { reached: null }, words);

/** Pairs that are no interaction yet. */
function pairsOf({ covariates, interactions }: ModelDefinition): readonly Pair[] {
  const taken = new Set(interactions.map((pair) => pair.toSorted().join()));
  return covariates.flatMap(({ id: first }, at) =>
    covariates
      .slice(at + 1)
      .map(({ id: second }): Pair => [first, second])
      .filter((pair) => !taken.has(pair.toSorted().join())),
  );
}

/** Covariates that are not in the model, in the groups of the vocabulary; what lies before a stop, only after one. */
function choicesOf({ covariates }: ModelDefinition, afterStop: boolean, words: Words) {
  const free = covariateIds.filter((id) => covariates.every((covariate) => covariate.id !== id));
  const option = (id: CovariateId) => ({ id, label: covariateName(id, words) });
  return [
    {
      id: 'before-stop',
      label: words.say('model.stopGroup'),
      options: afterStop ? stopCovariateIds.filter((id) => free.includes(id)).map(option) : [],
    },
    ...factGroups.map((group) => ({
      id: group,
      label: words.say(`factGroup.${group}`),
      options: free.filter((id) => !isStopCovariate(id) && facts[id].group === group).map(option),
    })),
  ].filter(({ options }) => options.length > 0);
}
