import type { FittedModel } from '@core/analyses/endpoint-model';
import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { type ReleasedModel, releasedModel } from '@core/analyses/released-model';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { useCallback } from 'react';
import { noteExport } from './export-ledger';
import { saveBundle } from './save-file';
import { bundleName, useDifferencing } from './use-export';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

/** A model that is to leave. */
export interface WantedModel {
  readonly title: string;
  readonly cohort: CohortDefinition;
  /** The cohort in one line. */
  readonly cohortText: string;
  readonly fitted: FittedModel;
  readonly files: (
    released: Released<ReleasedModel>,
    policy: DisclosurePolicy,
  ) => Promise<Released<Readonly<Record<string, string | Uint8Array>>>>;
}

/** Makes the export of a model and hands it to the downloads; to be called inside a press of a button. */
export function useModelExport(): (wanted: WantedModel) => Promise<ExportOutcome> {
  const { key } = useExtract();
  const { policy } = usePolicy();
  const differencing = useDifferencing();
  return useCallback(
    async ({ title, cohort, cohortText, fitted, files }) => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const released = releasedModel(fitted, policy);
      const { sets, tellsOfFew } = await differencing(cohort, policy);
      const refusal: ExportRefusal | null =
        released === null ? 'no-number' : tellsOfFew ? 'differencing' : null;
      const entry = { title, cohort: cohortText, refusal, leftOut: [] };
      if (released === null || refusal !== null) {
        noteExport({ ...entry, files: [] }, key, null);
        return { refusal, leftOut: [], files: 0 };
      }
      const bundle = await files(released, policy);
      saveBundle(bundleName(title), bundle);
      const names = Object.keys(bundle);
      noteExport({ ...entry, files: names }, key, sets);
      return { refusal, leftOut: [], files: names.length };
    },
    [key, policy, differencing],
  );
}
