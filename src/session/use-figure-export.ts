import type { ExportOutcome, ExportRefusal } from '@core/analyses/export-outcome';
import { type ExportedFigure, type FigureId, figureSplit } from '@core/analyses/exported-figure';
import { figureNumbers, hasNumbers, type ReleasedFigure } from '@core/analyses/released-figure';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { Released } from '@core/disclosure/released';
import { sessionRelease } from '@core/disclosure/session-audit';
import { askExactFigure, releasedFigure } from '@data/queries/ask-figure';
import { useCallback, useMemo } from 'react';
import { inTurn, noteExport, tablesLeft } from './export-ledger';
import { saveControlFile } from './save-file';
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
  readonly make: (wanted: WantedFigure) => Promise<ExportOutcome>;
  /** The exact counts, for the person who checks the export: they stay inside. */
  readonly control: (title: string) => Promise<void>;
}

/** The ways of a figure of counts or quantiles out of the page; its numbers are asked again, and released. */
export function useFigureExport(
  id: FigureId,
  choices: Readonly<Record<string, string>>,
  cohort: CohortDefinition,
): FigureExportActions {
  const { engine, key, samples } = useExtract();
  const { policy } = usePolicy();
  const differencing = useDifferencing();
  const source = useExportSource();
  const chosen = JSON.stringify(choices);
  const figure = useMemo<ExportedFigure>(
    () => ({ figure: id, choices: JSON.parse(chosen), samples }),
    [id, chosen, samples],
  );
  const exact = useCallback(
    (inForce: DisclosurePolicy) =>
      askExactFigure(engine, { cohort, figure, policy: inForce }, { signal: new AbortController().signal }),
    [engine, cohort, figure],
  );
  const makeNow = useCallback(
    async ({ title, cohortText, files }: WantedFigure): Promise<ExportOutcome> => {
      if (policy === null) throw new Error('nothing leaves without a policy');
      const { sets, tellsOfFew } = await differencing(cohort, policy, figureSplit(figure));
      const beside = sessionRelease(sets[0] ?? new Uint32Array(), tablesLeft(key), policy);
      const released = releasedFigure(await exact(policy), { figure, policy }, beside.release);
      const { left, refusal: narrowed } = beside.outcome();
      const empty = hasNumbers(released) ? null : 'no-number';
      const refusal: ExportRefusal | null = tellsOfFew ? 'differencing' : (narrowed ?? empty);
      const entry = { title, cohort: cohortText, refusal, leftOut: [] };
      if (refusal !== null) {
        noteExport({ ...entry, files: [] }, key, null);
        return { refusal, leftOut: [], files: 0 };
      }
      const names = saveExportBundle(title, await files(released, policy), figureNumbers(released), {
        source,
        policy,
        cohort: { name: null, cohort },
        analysis: figure,
      });
      noteExport({ ...entry, files: names }, key, sets, [], left);
      return { refusal, leftOut: [], files: names.length };
    },
    [policy, exact, differencing, cohort, key, source, figure],
  );
  const make = useCallback((wanted: WantedFigure) => inTurn(() => makeNow(wanted)), [makeNow]);
  const control = useCallback(
    async (title: string) => {
      if (policy === null) return;
      const { sets, tellsOfFew } = await differencing(cohort, policy, figureSplit(figure));
      const earlier = tablesLeft(key);
      const beside = sessionRelease(sets[0] ?? new Uint32Array(), earlier, policy);
      const counts = await exact(policy);
      releasedFigure(counts, { figure, policy }, beside.release);
      const { left, refusal } = beside.outcome();
      saveControlFile(controlName(title), {
        ...counts,
        audit: {
          method: 'linear-program',
          sums: left?.sums.length ?? null,
          besideExports: earlier.length,
          refused: tellsOfFew ? 'differencing' : refusal,
        },
      });
    },
    [policy, exact, differencing, cohort, key, figure],
  );
  return { figure, cohort, policy, make, control };
}
