import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { type ReleasedTableOne, releasedTableOne } from '@core/analyses/released-table-one';
import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { tellOfFewTogether, withoutAll } from '@core/disclosure/differencing';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import type { TableOneAnswer } from '@data/queries/table-one';
import { useCallback } from 'react';
import { differsTooLittle, inTurn, noteExport } from './export-ledger';
import { auditedInWorker, type ExportWatch } from './session-audit';
import { useDifferencing } from './use-export';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

/** A Table 1 that is to leave. */
export interface WantedTableOne {
  readonly title: string;
  /** Its cohorts in one line. */
  readonly cohortText: string;
  readonly answer: TableOneAnswer;
  /** How it leaves, as the list of exports names it: a file, or the clipboard. */
  readonly way: string;
  /** Hands it over; `false` where it did not get there. */
  readonly leave: (released: Released<ReleasedTableOne>, policy: DisclosurePolicy) => Promise<boolean>;
}

/** Lets a Table 1 leave beside what has left before; to be called inside a press of a button. */
export function useTableOneExport(): (wanted: WantedTableOne, watch: ExportWatch) => Promise<ExportOutcome> {
  const { content } = useExtract();
  const { policy } = usePolicy();
  const differencing = useDifferencing();
  const make = useCallback(
    async ({ title, cohortText, answer, way, leave }: WantedTableOne, watch: ExportWatch) => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const { cohorts, withRest } = answer.question;
      const patientsOf = async (cohort: CohortDefinition): Promise<Uint32Array> =>
        (await differencing(cohort, policy, watch)).sets[0] ?? new Uint32Array();
      const sets: Uint32Array[] = [];
      for (const cohort of cohorts) sets.push(await patientsOf(cohort));
      if (withRest) sets.push(withoutAll(await patientsOf(everyone), sets));
      if (sets.some(({ length }, g) => length !== answer.table.patients[g]))
        throw new Error('the groups of the table are not the patients that were found');
      // The rest too: it is a group like others, and nearly a cohort that has left perhaps.
      const isNear = differsTooLittle(sets, content, policy) || tellOfFewTogether(sets, policy);
      const { made, left, refusal } = await auditedInWorker(
        { patients: sets[0] ?? new Uint32Array(), groups: sets },
        (release) => releasedTableOne(answer.table, answer.groups, answer.counts, policy, release),
        { extract: content, policy },
        watch,
      );
      const refused: ExportRefusal | null = isNear ? 'differencing' : refusal;
      const entry = { title, cohort: cohortText, refusal: refused, leftOut: [] };
      if (refused !== null) {
        noteExport({ ...entry, files: [] }, content, null);
        return { refusal: refused, leftOut: [], files: 0 };
      }
      watch.signal.throwIfAborted();
      // What was tried to be handed over has left, also where the browser then says that it has not.
      noteExport({ ...entry, files: [way] }, content, sets, [], left);
      return { refusal: null, leftOut: [], files: (await leave(made, policy)) ? 1 : 0 };
    },
    [policy, differencing, content],
  );
  return useCallback((wanted, watch) => inTurn(() => make(wanted, watch), watch.signal), [make]);
}
