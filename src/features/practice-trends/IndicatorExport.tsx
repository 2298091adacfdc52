import type { ExportRefusal } from '@core/analyses/export-outcome';
import type { IndicatorGroup, IndicatorTable } from '@core/analyses/indicator-trend';
import { releasedTrend } from '@core/analyses/released-trend';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { noteExport } from '@session/export-ledger';
import { saveFile } from '@session/save-file';
import { useDifferencing } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { usePolicy } from '@session/use-policy';
import { useCohort } from '@session/use-url';
import { indicatorCsv } from '@view/figures/indicator-export';
import { Button } from '@view/ui/Button';
import { useState } from 'react';
import styles from './practice-trends.module.css';

interface Props {
  readonly table: IndicatorTable;
  readonly groupBy: IndicatorGroup | null;
}

/** The numbers of an indicator as a file, in released counts; nothing for one that does not count patients. */
export function IndicatorExport({ table, groupBy }: Props) {
  const words = useWords();
  const { say } = words;
  const { cohort } = useCohort();
  const { policy } = usePolicy();
  const { samples } = useExtract();
  const differencing = useDifferencing();
  const [said, setSaid] = useState('');
  const { indicator } = table;
  const released = policy === null ? null : releasedTrend(table, policy);
  if (policy === null || released === null) return null;
  const title = say(`indicator.${indicator}`);
  const save = async () => {
    const { sets, extract, tellsOfFew } = await differencing(
      cohort,
      policy,
      groupBy === 'centre_type' ? null : groupBy,
    );
    const refusal: ExportRefusal | null = tellsOfFew ? 'differencing' : null;
    const files = refusal === null ? [`${title}.csv`] : [];
    const cohortText = cohortDescription(words, cohort).join(' ');
    noteExport(
      { title, cohort: cohortText, refusal, leftOut: [], files },
      extract,
      refusal === null ? sets : null,
    );
    if (refusal === null) {
      const rule = say(`indicator.${indicator}.rule`);
      saveFile(title, 'csv', indicatorCsv(released, { title, rule, groupBy, samples }, words));
    }
    setSaid(
      refusal === null
        ? say('exports.savedNumbers')
        : say(`exports.refusal.${refusal}`, { threshold: policy.threshold }),
    );
  };
  return (
    <div className={styles.saving}>
      <Button onPress={() => void save()}>{say('exports.saveNumbers')}</Button>
      <span role="status">{said}</span>
    </div>
  );
}
