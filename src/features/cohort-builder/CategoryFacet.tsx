import type { CategoryRule } from '@core/cohort/cohort-definition';
import type { CategoricalVariable } from '@core/cohort/patient-facts';
import { eltsGroups } from '@core/domain/elts';
import { drugs, phases, sexes, transcripts } from '@core/domain/extract-tables';
import type { LevelCount } from '@data/queries/cohort-counts';
import { useWords } from '@language/use-words';
import { memo } from 'react';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { Facet } from './Facet';
import styles from './facet.module.css';
import { type FacetProps, sameFacet } from './facet-props';

const clinicalOrder: Readonly<Partial<Record<CategoricalVariable, readonly string[]>>> = {
  phase: phases,
  sex: sexes,
  transcript: transcripts,
  elts: eltsGroups,
  first_line_drug: drugs,
};

/** Levels that somebody has, in the order of the clinic; those without one (centres) by their code. */
function levelsInOrder(variable: CategoricalVariable, levels: readonly LevelCount[]): readonly LevelCount[] {
  const order = clinicalOrder[variable];
  const known = levels.filter(({ level }) => level !== null);
  if (order === undefined) return known;
  return known.toSorted((a, b) => order.indexOf(a.level ?? '') - order.indexOf(b.level ?? ''));
}

/** One variable with categories: a check chooses a level; no check at all is no rule. */
export const CategoryFacet = memo(function CategoryFacet(
  props: FacetProps<CategoricalVariable, CategoryRule>,
) {
  const { variable, rule, onRule } = props;
  const words = useWords();
  const levels = levelsInOrder(variable, props.levels);
  const most = Math.max(1, ...levels.map(({ patients }) => patients));
  const unknown = rule?.unknown ?? 'exclude';
  const choose = (values: string[]) =>
    onRule(variable, values.length === 0 ? null : { kind: 'category', variable, values, unknown });
  return (
    <Facet {...props} collapsed={variable === 'centre'}>
      <CheckboxGroup
        aria-label={words.say(`clinic.${variable}`)}
        value={[...(rule?.values ?? [])]}
        onChange={choose}
        className={styles.levels ?? ''}
      >
        {levels.map(({ level, patients, inCohort }) => (
          <Checkbox key={level} value={level ?? ''} className={styles.level ?? ''}>
            <span className={styles.box} aria-hidden="true" />
            <span className={styles.levelName}>{words.name(variable, level ?? '')}</span>
            <span className={styles.levelCount} aria-hidden="true">
              {words.number(inCohort)}
            </span>
            <span className="visually-hidden">
              , {words.say('cohort.levelCount', { inCohort, patients })}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.barAll} style={{ width: `${(100 * patients) / most}%` }} />
              <span className={styles.barIn} style={{ width: `${(100 * inCohort) / most}%` }} />
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </Facet>
  );
}, sameFacet);
