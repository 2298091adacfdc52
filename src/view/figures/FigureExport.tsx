import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { ExportedFigure } from '@core/analyses/exported-figure';
import type { ReleasedFigure } from '@core/analyses/released-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { Expander } from '@view/ui/Expander';
import { FigureExportSlot } from '@view/ui/figure-code-slot';
import type { ReactNode } from 'react';
import { ExportPanel } from './ExportPanel';
import type { BundleFiles } from './endpoint-export';
import { figureNames } from './exported-figure-names';
import { figureExportFiles } from './figure-export-files';
import type { ExportWatch } from './use-making';

/** A figure that may leave, and what takes it out of the page. */
export interface LeavingFigure {
  readonly figure: ExportedFigure;
  readonly cohort: CohortDefinition;
  /** `null`: nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  readonly make: (
    wanted: {
      readonly title: string;
      readonly cohortText: string;
      readonly files: (
        released: Released<ReleasedFigure>,
        policy: DisclosurePolicy,
      ) => Promise<Released<BundleFiles>>;
    },
    watch: ExportWatch,
  ) => Promise<ExportOutcome>;
  readonly control: (title: string, watch: ExportWatch) => Promise<void>;
}

interface Props {
  readonly leaving: LeavingFigure;
  readonly children: ReactNode;
}

/** Lets the figure in it leave as a bundle for the person who checks exports. */
export function FigureExport({ leaving, children }: Props) {
  return <FigureExportSlot value={<FigureExportPanel leaving={leaving} />}>{children}</FigureExportSlot>;
}

/** The way of a figure out of the page, closed at first. */
export function FigureExportPanel({ leaving }: Pick<Props, 'leaving'>) {
  const { say } = useWords();
  return (
    <Expander label={say('exports.panel')} level={3} look="link">
      <OpenPanel leaving={leaving} />
    </Expander>
  );
}

function OpenPanel({ leaving: { figure, cohort, policy, make, control } }: Pick<Props, 'leaving'>) {
  const words = useWords();
  const { title } = figureNames(figure, words);
  return (
    <ExportPanel
      intro={words.say('exports.intro')}
      policy={policy}
      make={(watch) =>
        make(
          {
            title,
            cohortText: cohortDescription(words, cohort).join(' '),
            files: (released, inForce) =>
              figureExportFiles(released, words, { figure, cohort, policy: inForce }),
          },
          watch,
        )
      }
      control={(watch) => control(title, watch)}
    />
  );
}
