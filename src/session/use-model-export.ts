import type { EndpointModel, FittedModel } from '@core/analyses/endpoint-model';
import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { fittedSets } from '@core/analyses/fitted-sets';
import { columnsOfModel } from '@core/analyses/model-definition';
import { modelNumbers, type ReleasedModel, releasedModel } from '@core/analyses/released-model';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { keyedModelRows } from '@data/queries/model-rows';
import { useCallback } from 'react';
import { differsTooLittle, inTurn, noteExport } from './export-ledger';
import type { ExportWatch } from './session-audit';
import { saveExportBundle, useDifferencing, useExportSource } from './use-export';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

/** A model that is to leave. */
export interface WantedModel {
  readonly title: string;
  readonly cohort: CohortDefinition;
  /** The cohort in one line. */
  readonly cohortText: string;
  readonly model: EndpointModel;
  readonly fitted: FittedModel;
  /** The files of the bundle besides its manifest. */
  readonly files: (
    released: Released<ReleasedModel>,
    policy: DisclosurePolicy,
  ) => Promise<Released<Readonly<Record<string, string | Uint8Array>>>>;
}

/** Makes the export of a model and hands it to the downloads; to be called inside a press of a button. */
export function useModelExport(): (wanted: WantedModel, watch: ExportWatch) => Promise<ExportOutcome> {
  const { engine, content, samples } = useExtract();
  const { policy } = usePolicy();
  const source = useExportSource();
  const differencing = useDifferencing();
  const make = useCallback(
    async (
      { title, cohort, cohortText, model, fitted, files }: WantedModel,
      watch: ExportWatch,
    ): Promise<ExportOutcome> => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const { endpoint, definition } = model;
      const released = releasedModel(fitted, policy);
      const { sets, tellsOfFew } = await differencing(cohort, policy, watch);
      const covariates = columnsOfModel(definition);
      const question = { cohort, endpoint, covariates, reached: definition.reached };
      const rows = await keyedModelRows.ask(engine, question, watch);
      const behind = released === null ? [] : fittedSets(rows, definition, released, policy);
      const isNear = tellsOfFew || differsTooLittle(behind, content, policy, 'fitted');
      const refusal: ExportRefusal | null = released === null ? 'no-number' : isNear ? 'differencing' : null;
      const entry = { title, cohort: cohortText, refusal, leftOut: [] };
      if (released === null || refusal !== null) {
        noteExport({ ...entry, files: [] }, content, null);
        return { refusal, leftOut: [], files: 0 };
      }
      const made = await files(released, policy);
      watch.signal.throwIfAborted();
      const names = saveExportBundle(title, made, modelNumbers(released), {
        source,
        policy,
        cohort: { name: null, cohort },
        analysis: { endpoint, model: definition, samples },
      });
      noteExport({ ...entry, files: names }, content, sets, behind);
      return { refusal, leftOut: [], files: names.length };
    },
    [engine, content, samples, policy, source, differencing],
  );
  return useCallback((wanted, watch) => inTurn(() => make(wanted, watch), watch.signal), [make]);
}
