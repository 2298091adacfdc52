import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { flowCohorts, flowSteps, flowTable } from '@core/analyses/flow-table';
import type { Attrition } from '@core/cohort/attrition';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { useCallback } from 'react';
import { differsTooLittle, inTurn, noteExport } from './export-ledger';
import { auditedTable, type ExportWatch } from './session-audit';
import { useDifferencing } from './use-export';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

/** A flow diagram that is to leave. */
export interface WantedFlow {
  readonly title: string;
  readonly cohort: CohortDefinition;
  readonly attrition: Attrition;
  /** The cohort in one line. */
  readonly cohortText: string;
  /** The name of the file. */
  readonly file: string;
  readonly save: () => void;
}

/** Lets a flow diagram leave beside what has left before; to be called inside a press of a button. */
export function useFlowExport(): (wanted: WantedFlow, watch: ExportWatch) => Promise<ExportOutcome> {
  const { content } = useExtract();
  const { policy } = usePolicy();
  const differencing = useDifferencing();
  const make = useCallback(
    async ({ title, cohort, attrition, cohortText, file, save }: WantedFlow, watch: ExportWatch) => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const steps = flowSteps(cohort, attrition);
      const sets: Uint32Array[] = [];
      for (const one of flowCohorts(cohort)) {
        const [all = new Uint32Array()] = (await differencing(one, policy, watch)).sets;
        sets.push(all);
      }
      const table = flowTable(sets, steps, policy);
      const { left, refusal } = await auditedTable(table, { extract: content, policy }, watch);
      const told = table.groups ?? [];
      const refused: ExportRefusal | null = differsTooLittle(told, content, policy)
        ? 'differencing'
        : refusal;
      watch.signal.throwIfAborted();
      const entry = { title, cohort: cohortText, refusal: refused, leftOut: [] };
      if (refused !== null) {
        noteExport({ ...entry, files: [] }, content, null);
        return { refusal: refused, leftOut: [], files: 0 };
      }
      save();
      noteExport({ ...entry, files: [file] }, content, told, [], left);
      return { refusal: null, leftOut: [], files: 1 };
    },
    [policy, differencing, content],
  );
  return useCallback((wanted, watch) => inTurn(() => make(wanted, watch), watch.signal), [make]);
}
