import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { type ExportedFigure, type FigureId, figureSplit } from '@core/analyses/exported-figure';
import { figureNumbers, hasNumbers, type ReleasedFigure } from '@core/analyses/released-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { askExactFigure, releasedFigure } from '@data/queries/ask-figure';
import { useCallback, useMemo } from 'react';
import { inTurn, noteExport, tablesLeft } from './export-ledger';
import { saveControlFile } from './save-file';
import { auditedInWorker, type ExportWatch } from './session-audit';
import { controlName, saveExportBundle, useDifferencing, useExportSource } from './use-export';
import { useExtract } from './use-extract';
import { usePolicy } from './use-policy';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A figure that is to leave, and the words it needs. */
export interface WantedFigure {
  readonly title: string;
  /** The cohort in one line. */
  readonly cohortText: string;
  /** The files of the bundle besides its manifest. */
  readonly files: (released: Released<ReleasedFigure>, policy: DisclosurePolicy) => Promise<Released<Files>>;
}

/** What a figure can do to leave. */
export interface FigureExportActions {
  readonly figure: ExportedFigure;
  readonly cohort: CohortDefinition;
  /** `null`: nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  /** To be called inside a press of a button, as `control`. */
  readonly make: (wanted: WantedFigure, watch: ExportWatch) => Promise<ExportOutcome>;
  /** The exact counts, for the person who checks the export: they stay inside. */
  readonly control: (title: string, watch: ExportWatch) => Promise<void>;
}

/** The ways of a figure of counts or quantiles out of the page; its numbers are asked again, and released. */
export function useFigureExport(
  id: FigureId,
  choices: Readonly<Record<string, string>>,
  cohort: CohortDefinition,
): FigureExportActions {
  const { engine, content, samples } = useExtract();
  const { policy } = usePolicy();
  const differencing = useDifferencing();
  const source = useExportSource();
  const chosen = JSON.stringify(choices);
  const figure = useMemo<ExportedFigure>(
    () => ({ figure: id, choices: JSON.parse(chosen), samples }),
    [id, chosen, samples],
  );
  const audited = useCallback(
    async (inForce: DisclosurePolicy, watch: ExportWatch) => {
      const { sets, tellsOfFew } = await differencing(cohort, inForce, {
        ...watch,
        groupBy: figureSplit(figure),
      });
      const exact = await askExactFigure(engine, { cohort, figure, policy: inForce }, watch);
      const { made, left, refusal } = await auditedInWorker(
        { patients: sets[0] ?? new Uint32Array() },
        (release) => releasedFigure(exact, { figure, policy: inForce }, release),
        { extract: content, policy: inForce },
        watch,
      );
      return { exact, sets, released: made, left, refusal: tellsOfFew ? 'differencing' : refusal } as const;
    },
    [engine, content, cohort, figure, differencing],
  );
  const makeNow = useCallback(
    async ({ title, cohortText, files }: WantedFigure, watch: ExportWatch): Promise<ExportOutcome> => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const { sets, released, left, refusal: beside } = await audited(policy, watch);
      const refusal: ExportRefusal | null = beside ?? (hasNumbers(released) ? null : 'no-number');
      const entry = { title, cohort: cohortText, refusal, leftOut: [] };
      if (refusal !== null) {
        noteExport({ ...entry, files: [] }, content, null);
        return { refusal, leftOut: [], files: 0 };
      }
      const made = await files(released, policy);
      watch.signal.throwIfAborted();
      const names = saveExportBundle(title, made, figureNumbers(released), {
        source,
        policy,
        cohort: { name: null, cohort },
        analysis: figure,
      });
      noteExport({ ...entry, files: names }, content, sets, [], left);
      return { refusal, leftOut: [], files: names.length };
    },
    [policy, audited, cohort, content, source, figure],
  );
  const make = useCallback<FigureExportActions['make']>(
    (wanted, watch) => inTurn(() => makeNow(wanted, watch), watch.signal),
    [makeNow],
  );
  const controlNow = useCallback(
    async (title: string, watch: ExportWatch) => {
      if (policy === null) return;
      const { exact, left, refusal } = await audited(policy, watch);
      watch.signal.throwIfAborted();
      saveControlFile(controlName(title), {
        ...exact,
        audit: {
          method: 'linear-program',
          sums: left?.sums.length ?? null,
          besideExports: tablesLeft(content).length,
          refused: refusal,
        },
      });
    },
    [policy, audited, content],
  );
  const control = useCallback<FigureExportActions['control']>(
    (title, watch) => inTurn(() => controlNow(title, watch), watch.signal),
    [controlNow],
  );
  return { figure, cohort, policy, make, control };
}
