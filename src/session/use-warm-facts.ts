import { warmFacts } from '@data/queries/cohort/warm-facts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { idle } from './idle';
import { useExtract } from './use-extract';

/** How long the page must have had nothing to ask. */
const quietMilliseconds = 100;

/** Reads the facts of the extract into memory, from when it is wanted, while the page rests and no question is being asked. */
export function useWarmFacts(isWanted: boolean): void {
  const { engine } = useExtract();
  const client = useQueryClient();
  useEffect(() => {
    if (!isWanted) return;
    const left = new AbortController();
    // A fact that cannot be read is told to who asks for it.
    warmFacts(engine, () => quietMoment(client, left.signal)).catch(() => undefined);
    return () => left.abort();
  }, [engine, client, isWanted]);
}

/** @throws the signal's reason once it is aborted */
async function quietMoment(client: QueryClient, signal: AbortSignal): Promise<void> {
  do {
    await new Promise((resolve) => setTimeout(resolve, quietMilliseconds));
    await idle();
    signal.throwIfAborted();
  } while (client.isFetching() > 0);
}
