import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { ExportedFigure } from '@core/analyses/exported-figure';
import type { ReleasedFigure } from '@core/analyses/released-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { FigureExportSlot } from '@view/ui/figure-code-slot';
import { Notice } from '@view/ui/Notice';
import { type ReactNode, useState } from 'react';
import { ExportOutcomeNotice } from './ExportOutcomeNotice';
import type { BundleFiles } from './endpoint-export';
import styles from './export-panel.module.css';
import { figureNames } from './exported-figure-names';
import { figureExportFiles } from './figure-export-files';

/** A figure that may leave, and what takes it out of the page. */
export interface LeavingFigure {
  readonly figure: ExportedFigure;
  readonly cohort: CohortDefinition;
  /** `null`: nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  readonly make: (wanted: {
    readonly title: string;
    readonly cohortText: string;
    readonly files: (
      released: Released<ReleasedFigure>,
      policy: DisclosurePolicy,
    ) => Promise<Released<BundleFiles>>;
  }) => Promise<ExportOutcome>;
  readonly control: (title: string) => Promise<void>;
}

interface Props {
  readonly leaving: LeavingFigure;
  readonly children: ReactNode;
}

/** Lets the figure in it leave as a bundle for the person who checks exports. */
export function FigureExport({ leaving, children }: Props) {
  return <FigureExportSlot value={<ExportPanel leaving={leaving} />}>{children}</FigureExportSlot>;
}

/** The way of a figure out of the page, closed at first. */
export function ExportPanel({ leaving }: Pick<Props, 'leaving'>) {
  const { say } = useWords();
  return (
    <Expander label={say('exports.panel')} level={3} look="link">
      <OpenPanel leaving={leaving} />
    </Expander>
  );
}

function OpenPanel({ leaving: { figure, cohort, policy, make, control } }: Pick<Props, 'leaving'>) {
  const words = useWords();
  const { say } = words;
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | 'failed' | null>(null);
  const { title } = figureNames(figure, words);
  const run = async () => {
    setMaking(true);
    setOutcome(null);
    try {
      const cohortText = cohortDescription(words, cohort).join(' ');
      setOutcome(
        await make({
          title,
          cohortText,
          files: (released, inForce) =>
            figureExportFiles(released, words, { figure, cohort, policy: inForce }),
        }),
      );
    } catch {
      setOutcome('failed');
    } finally {
      setMaking(false);
    }
  };
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  return (
    <div className={styles.panel}>
      <p>{say('exports.intro')}</p>
      <p>{say('exports.controlNote')}</p>
      <div className={styles.buttons}>
        <Button isDisabled={making} onPress={() => void run()}>
          {say(making ? 'exports.making' : 'exports.make')}
        </Button>
        <Button onPress={() => void control(title)}>{say('exports.control')}</Button>
      </div>
      {outcome === null ? null : outcome === 'failed' ? (
        <Notice tone="danger" title={say('exports.failed')} />
      ) : (
        <ExportOutcomeNotice outcome={outcome} threshold={policy.threshold} />
      )}
    </div>
  );
}
