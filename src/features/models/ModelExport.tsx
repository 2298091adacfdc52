import type { EndpointModel, FittedModel } from '@core/analyses/endpoint-model';
import type { Looks } from '@core/analyses/look-ledger';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { cohortDescription } from '@language/cohort-description';
import { useWords, type Words } from '@language/use-words';
import { saveControlFile } from '@session/save-file';
import { controlName } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { useModelExport } from '@session/use-model-export';
import { usePolicy } from '@session/use-policy';
import { ExportPanel } from '@view/figures/ExportPanel';
import { modelExportFiles } from '@view/figures/model-export';

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
  return (
    <ExportPanel
      intro={say('model.exportIntro')}
      policy={policy}
      make={(watch) =>
        makeExport(
          {
            title: title(words),
            cohort,
            cohortText: cohortDescription(words, cohort).join(' '),
            model,
            fitted,
            files: (released, inForce) =>
              modelExportFiles(released, words, { title, model, policy: inForce, cohort, looks, samples }),
          },
          watch,
        )
      }
      control={() => {
        const { patients, events, terms } = fitted;
        saveControlFile(controlName(title(words)), { patients, events, terms });
      }}
    />
  );
}
