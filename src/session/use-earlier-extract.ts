import type { ExtractProfile } from '@core/analyses/extract-profile';
import { AppError } from '@core/base/app-error';
import type { Engine } from '@data/engine/engine';
import { chosenExtract } from '@data/extract/chosen-extract';
import { presentTables } from '@data/queries/derived/present-tables';
import { extractProfile } from '@data/queries/quality/extract-profile';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type OpenExtract, openExtract } from './open-extract';
import { protectionFailure } from './self-check';
import { useExtract } from './use-extract';
import { useSelfCheck } from './use-self-check';
import { useCohort } from './use-url';
import { useWorkspace } from './use-workspace';

/** Two extracts in numbers. */
export interface ExtractComparison {
  readonly before: ExtractProfile;
  readonly after: ExtractProfile;
}

type Reading = { readonly kind: 'idle' | 'reading' } | { readonly kind: 'failed'; readonly error: AppError };

export interface EarlierExtract {
  readonly reading: Reading;
  /** The last one made of the open extract. */
  readonly comparison: ExtractComparison | null;
  readonly compare: (files: readonly File[]) => void;
  readonly cancel: () => void;
}

const comparisons = new WeakMap<Engine, ExtractComparison>();

/**
 * Opens an earlier extract beside the open one, as carefully as any other, takes its numbers and ends its engine: nothing
 * but the numbers stays. Who leaves the screen cancels the reading.
 */
export function useEarlierExtract(): EarlierExtract {
  const { allSamples, tables, manifest } = useExtract();
  const { cohort } = useCohort();
  const { workspace } = useWorkspace();
  const { run: runSelfCheck } = useSelfCheck();
  const running = useRef<AbortController | null>(null);
  const [reading, setReading] = useState<Reading>({ kind: 'idle' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another extract ends the reading too.
  useEffect(() => () => running.current?.abort(), [allSamples]);
  const compare = useCallback(
    (files: readonly File[]) => {
      running.current?.abort();
      const attempt = new AbortController();
      running.current = attempt;
      setReading({ kind: 'reading' });
      const { signal } = attempt;
      const cohorts = [
        { name: null, cohort },
        ...workspace.cohorts.map(({ name, cohort: named }) => ({ name, cohort: named })),
      ];
      const profileOf = (engine: Engine, extract: Pick<OpenExtract, 'tables' | 'manifest'>) =>
        extractProfile(
          engine,
          { present: presentTables(extract.tables), manifest: extract.manifest, cohorts },
          { signal },
        );
      const read = async () => {
        const earlier = await openExtract(chosenExtract(files), {
          signal,
          admit: async ({ engine }) => {
            const failure = protectionFailure(await runSelfCheck(engine));
            if (failure !== null) throw failure;
          },
        });
        try {
          const before = await profileOf(earlier.engine, earlier);
          return { before, after: await profileOf(allSamples, { tables, manifest }) };
        } finally {
          await earlier.engine.close();
        }
      };
      read()
        .then((comparison) => {
          if (signal.aborted) return;
          comparisons.set(allSamples, comparison);
          setReading({ kind: 'idle' });
        })
        .catch((cause: unknown) => {
          if (signal.aborted) return;
          const error = cause instanceof AppError ? cause : new AppError('engine-stopped', {}, { cause });
          setReading({ kind: 'failed', error });
        });
    },
    [allSamples, tables, manifest, cohort, workspace, runSelfCheck],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    setReading({ kind: 'idle' });
  }, []);
  return { reading, comparison: comparisons.get(allSamples) ?? null, compare, cancel };
}
