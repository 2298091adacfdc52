import type { EndpointTable } from '@core/analyses/endpoint-survival';
import type { ExportedCohort } from '@core/analyses/export-manifest';
import { byCohorts, type CurveSplit } from '@core/analyses/group-variable';
import type { Looks } from '@core/analyses/look-ledger';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import { useWords, type Words } from '@language/use-words';
import { saveControlFile } from '@session/save-file';
import { controlName, useExport } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { usePolicy } from '@session/use-policy';
import { ExportPanel } from '@view/figures/ExportPanel';
import { endpointExportFiles, populationText, refusalText } from '@view/figures/endpoint-export';
import { curveName, type EndpointView } from '@view/figures/endpoint-words';
import { Notice } from '@view/ui/Notice';

interface Props {
  readonly title: (words: Words) => string;
  readonly cohort: CohortDefinition;
  readonly table: EndpointTable;
  readonly groupBy: CurveSplit | null;
  /** What the curves are of, where they are of cohorts. */
  readonly cohorts: readonly ExportedCohort[];
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
  cohorts,
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
  const { endpoint } = table;
  if (fault !== null) {
    return (
      <Notice
        tone="warn"
        title={say('exports.policyFault', { path: fault.path || 'none', expected: fault.expected })}
      />
    );
  }
  return (
    <ExportPanel
      intro={say('exports.intro')}
      policy={policy}
      make={(watch) =>
        makeExport(
          {
            title: title(words),
            cohort,
            cohortText: populationText(words, cohort, cohorts),
            table,
            analysis: {
              endpoint,
              by: groupBy,
              interval,
              samples,
              ...(groupBy === byCohorts ? { cohorts } : {}),
            },
            files: (released, inForce) =>
              endpointExportFiles(released, words, {
                title,
                view,
                policy: inForce,
                population: (inWords) => populationText(inWords, cohort, cohorts),
                horizonMonths,
                looks,
                samples,
              }),
            leftOut: ({ refused }) =>
              refused.map((one) => refusalText(one, curveName(groupBy, one.level, words), words)),
          },
          watch,
        )
      }
      control={() => saveControlFile(controlName(title(words)), table)}
    />
  );
}
