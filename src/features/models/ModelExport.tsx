import type { EndpointModel, FittedModel } from '@core/analyses/endpoint-model';
import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { Looks } from '@core/analyses/look-ledger';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { cohortDescription } from '@language/cohort-description';
import { useWords, type Words } from '@language/use-words';
import { saveControlFile } from '@session/save-file';
import { controlName } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { useModelExport } from '@session/use-model-export';
import { usePolicy } from '@session/use-policy';
import { ExportOutcomeNotice } from '@view/figures/ExportOutcomeNotice';
import { modelExportFiles } from '@view/figures/model-export';
import { Button } from '@view/ui/Button';
import { useState } from 'react';
import styles from './models-view.module.css';

interface Props {
  readonly title: (words: Words) => string;
  readonly cohort: CohortDefinition;
  readonly model: EndpointModel;
  readonly fitted: FittedModel;
  readonly looks: Looks;
}

/** What leaves of a model: its forest plot, table and words from released numbers, and the control file that stays. */
export function ModelExport({ title, cohort, model, fitted, looks }: Props) {
  const words = useWords();
  const { say } = words;
  const { policy } = usePolicy();
  const { samples } = useExtract();
  const makeExport = useModelExport();
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  const make = async () => {
    setMaking(true);
    setOutcome(null);
    try {
      setOutcome(
        await makeExport({
          title: title(words),
          cohort,
          cohortText: cohortDescription(words, cohort).join(' '),
          fitted,
          files: (released, inForce) =>
            modelExportFiles(released, words, { title, model, policy: inForce, cohort, looks, samples }),
        }),
      );
    } finally {
      setMaking(false);
    }
  };
  const { patients, events, terms } = fitted;
  return (
    <section className={styles.export} aria-label={say('exports.panel')}>
      <p>{say('model.exportIntro')}</p>
      <p>{say('exports.controlNote')}</p>
      <div className={styles.exportButtons}>
        <Button isDisabled={making} onPress={() => void make()}>
          {say(making ? 'exports.making' : 'exports.make')}
        </Button>
        <Button onPress={() => saveControlFile(controlName(title(words)), { patients, events, terms })}>
          {say('exports.control')}
        </Button>
      </div>
      {outcome === null ? null : <ExportOutcomeNotice outcome={outcome} threshold={policy.threshold} />}
    </section>
  );
}
