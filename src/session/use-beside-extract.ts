import { AppError } from '@core/base/app-error';
import { chosenExtract } from '@data/extract/chosen-extract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type OpenExtract, openExtract } from './open-extract';
import { protectionFailure } from './self-check';
import { useExtract } from './use-extract';
import { useSelfCheck } from './use-self-check';

export type BesideReading =
  | { readonly kind: 'idle' | 'reading' }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface BesideExtract {
  readonly reading: BesideReading;
  /** Opens the files, asks of them, and hands over the answer; only the answer stays. */
  readonly ask: <Answer>(
    files: readonly File[],
    question: (earlier: OpenExtract, options: { readonly signal: AbortSignal }) => Promise<Answer>,
    take: (answer: Answer) => void,
  ) => void;
  readonly cancel: () => void;
}

/**
 * Opens an earlier extract beside the open one, as carefully as any other, asks one thing of it and ends its engine. Who leaves the
 * screen cancels the reading.
 */
export function useBesideExtract(): BesideExtract {
  const { allSamples } = useExtract();
  const { run: runSelfCheck } = useSelfCheck();
  const running = useRef<AbortController | null>(null);
  const [reading, setReading] = useState<BesideReading>({ kind: 'idle' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another extract ends the reading too.
  useEffect(
    () => () => {
      running.current?.abort();
      setReading({ kind: 'idle' });
    },
    [allSamples],
  );
  const ask = useCallback<BesideExtract['ask']>(
    (files, question, take) => {
      running.current?.abort();
      const attempt = new AbortController();
      running.current = attempt;
      setReading({ kind: 'reading' });
      const { signal } = attempt;
      const read = async () => {
        const earlier = await openExtract(chosenExtract(files), {
          signal,
          admit: async ({ engine }) => {
            const failure = protectionFailure(await runSelfCheck(engine));
            if (failure !== null) throw failure;
          },
        });
        try {
          return await question(earlier, { signal });
        } finally {
          await earlier.engine.close();
        }
      };
      read()
        .then((answer) => {
          if (signal.aborted) return;
          take(answer);
          setReading({ kind: 'idle' });
        })
        .catch((cause: unknown) => {
          if (signal.aborted) return;
          const error = cause instanceof AppError ? cause : new AppError('engine-stopped', {}, { cause });
          setReading({ kind: 'failed', error });
        });
    },
    [runSelfCheck],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    setReading({ kind: 'idle' });
  }, []);
  return { reading, ask, cancel };
}
