import { type FactId, factGroups, factIds, facts } from '@core/cohort/fact-vocabulary';
import { listedFacts } from '@core/cohort/patient-list';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { CheckMark } from '@view/ui/CheckMark';
import { Checkbox, CheckboxGroup, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import styles from './column-filter.module.css';

interface Props {
  readonly chosen: readonly FactId[];
  readonly onChoose: (chosen: readonly FactId[]) => void;
}

/** Every fact of the vocabulary as a column that can be shown, group by group. */
export function ColumnChooser({ chosen, onChoose }: Props) {
  const words = useWords();
  return (
    <DialogTrigger>
      <Button>{words.say('patients.columns')}</Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.chooser ?? ''}>
          <div className={styles.chooserHead}>
            <Heading slot="title" level={3}>
              {words.say('patients.columns')}
            </Heading>
            <Button look="quiet" onPress={() => onChoose(listedFacts)}>
              {words.say('patients.defaultColumns')}
            </Button>
          </div>
          <CheckboxGroup
            aria-label={words.say('patients.columns')}
            className={styles.groups ?? ''}
            value={[...chosen]}
            onChange={(next) => onChoose(factIds.filter((fact) => next.includes(fact)))}
          >
            {factGroups.map((group) => (
              <fieldset key={group} className={styles.group}>
                <legend>{words.say(`patients.group.${group}`)}</legend>
                {factIds
                  .filter((fact) => facts[fact].group === group)
                  .map((fact) => (
                    <Checkbox key={fact} value={fact} className={styles.level ?? ''}>
                      <CheckMark />
                      <span>{words.say(`clinic.${fact}`)}</span>
                    </Checkbox>
                  ))}
              </fieldset>
            ))}
          </CheckboxGroup>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
