import { AppError } from '@core/base/app-error';
import { chosenExtract, droppedExtract } from '@data/extract/chosen-extract';
import { demonstrationExtract } from '@data/extract/demonstration-extract';
import type { ExtractSource } from '@data/extract/extract-file';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { startsEmpty } from './empty-start';
import { takeEngine } from './first-engine';
import { openExtract } from './open-extract';
import { markOpening } from './redraw-clock';
import { protectionFailure } from './self-check';
import { type CurrentExtract, ExtractContext, type ExtractSession, type Opening } from './use-extract';
import { useSelfCheck } from './use-self-check';

let openings = 0;

/** Holds the open extract, opens others beside it and swaps on success; the page starts on the demonstration. */
export function ExtractProvider({ children }: { readonly children: ReactNode }) {
  const [extract, setExtract] = useState<CurrentExtract | null>(null);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const running = useRef<AbortController | null>(null);
  const { run: runSelfCheck } = useSelfCheck();

  const begin = useCallback(
    (source: ExtractSource, demonstration: boolean) => {
      running.current?.abort();
      const attempt = new AbortController();
      running.current = attempt;
      setFailure(null);
      setOpening({ progress: null, demonstration, isSelfChecking: false });
      openExtract(source, {
        startEngine: takeEngine,
        signal: attempt.signal,
        onProgress: (progress) => {
          if (running.current === attempt) setOpening({ progress, demonstration, isSelfChecking: false });
        },
        // Simulated data that are served with the page always open; all else waits until every way out is seen closed.
        admit: async ({ synthetic, engine }) => {
          if (demonstration && synthetic === true) return;
          if (running.current === attempt)
            setOpening({ progress: null, demonstration, isSelfChecking: true });
          const failure = protectionFailure(await runSelfCheck(engine));
          if (failure !== null) throw failure;
        },
      })
        .then((opened) => {
          if (running.current !== attempt) return void opened.engine.close();
          const present = new Set<string>(
            opened.tables.filter((table) => table.present).map(({ name }) => name),
          );
          openings += 1;
          markOpening('extract-opened');
          const next: CurrentExtract = {
            ...opened,
            key: openings,
            content: opened.fingerprint ?? `opening ${openings}`,
            has: (table) => present.has(table),
          };
          setExtract((before) => {
            if (before !== null && before.engine !== next.engine) void before.engine.close();
            return next;
          });
          setOpening(null);
        })
        .catch((error: unknown) => {
          if (running.current !== attempt) return;
          setOpening(null);
          const known =
            error instanceof AppError ? error : new AppError('engine-stopped', {}, { cause: error });
          if (known.code !== 'cancelled') setFailure(known);
        });
    },
    [runSelfCheck],
  );

  useEffect(() => {
    if (!startsEmpty(window.location.hash)) begin(demonstrationExtract(), true);
    return () => running.current?.abort();
  }, [begin]);

  const session = useMemo(
    (): ExtractSession => ({
      extract,
      opening,
      failure,
      openChosen: (files) => begin(chosenExtract(files), false),
      openDropped: (transfer) => begin(droppedExtract(transfer), false),
      openDemonstration: () => begin(demonstrationExtract(), true),
      cancel: () => running.current?.abort(),
      dismiss: () => setFailure(null),
      stop: async () => {
        running.current?.abort();
        running.current = null;
        setOpening(null);
        setExtract(null);
        await extract?.engine.close();
      },
    }),
    [extract, opening, failure, begin],
  );
  return <ExtractContext value={session}>{children}</ExtractContext>;
}
