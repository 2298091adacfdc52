import type { EndpointTable } from '@core/analyses/endpoint-survival';
import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { CurveGroup } from '@core/analyses/group-variable';
import type { Looks } from '@core/analyses/look-ledger';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import { cohortDescription } from '@language/cohort-description';
import { useWords, type Words } from '@language/use-words';
import { saveControlFile } from '@session/save-file';
import { controlName, useExport } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { usePolicy } from '@session/use-policy';
import { ExportOutcomeNotice } from '@view/figures/ExportOutcomeNotice';
import { endpointExportFiles, refusalText } from '@view/figures/endpoint-export';
import { curveName, type EndpointView } from '@view/figures/endpoint-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { useState } from 'react';
import styles from './endpoint-export.module.css';

interface Props {
  readonly title: (words: Words) => string;
  readonly cohort: CohortDefinition;
  readonly table: EndpointTable;
  readonly groupBy: CurveGroup | null;
  readonly interval: IntervalScale;
  readonly view: EndpointView;
  readonly horizonMonths: number;
  readonly looks: Looks;
}

/** What leaves of the figure: a bundle for the person who checks exports, and the control file that stays. */
export function EndpointExport({
  title,
  cohort,
  table,
  groupBy,
  interval,
  view,
  horizonMonths,
  looks,
}: Props) {
  const words = useWords();
  const { say } = words;
  const { policy, fault } = usePolicy();
  const makeExport = useExport();
  const { samples } = useExtract();
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const { endpoint } = table;
  const make = async () => {
    setMaking(true);
    setOutcome(null);
    try {
      setOutcome(
        await makeExport({
          title: title(words),
          cohort,
          cohortText: cohortDescription(words, cohort).join(' '),
          table,
          analysis: { endpoint, by: groupBy, interval, samples },
          files: (released, inForce) =>
            endpointExportFiles(released, words, {
              title,
              view,
              policy: inForce,
              cohort,
              horizonMonths,
              looks,
              samples,
            }),
          leftOut: ({ refused }) =>
            refused.map((one) => refusalText(one, curveName(groupBy, one.level, words), words)),
        }),
      );
    } finally {
      setMaking(false);
    }
  };
  if (fault !== null) {
    return (
      <Notice
        tone="warn"
        title={say('exports.policyFault', { path: fault.path || 'none', expected: fault.expected })}
      />
    );
  }
  return (
    <section className={styles.panel} aria-label={say('exports.panel')}>
      <p>{say('exports.intro')}</p>
      <p>{say('exports.controlNote')}</p>
      <div className={styles.buttons}>
        <Button isDisabled={policy === null || making} onPress={() => void make()}>
          {say(making ? 'exports.making' : 'exports.make')}
        </Button>
        <Button onPress={() => saveControlFile(controlName(title(words)), table)}>
          {say('exports.control')}
        </Button>
      </div>
      {outcome === null ? null : <ExportOutcomeNotice outcome={outcome} threshold={policy?.threshold ?? 0} />}
    </section>
  );
}
