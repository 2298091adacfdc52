import type { EndpointModel, ModelProgress } from '@core/analyses/endpoint-model';
import type { ModelDefinition } from '@core/analyses/model-definition';
import type { ModelTable } from '@core/analyses/model-table';
import { useCallback, useEffect, useRef, useState } from 'react';
import { runInStatisticsWorker } from './statistics-worker';

export type ModelRun =
  /** The rows are not there yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly progress: ModelProgress | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'answered' };

/** A model and what it was fitted to. */
interface HeldModel {
  readonly model: EndpointModel;
  readonly table: ModelTable;
  readonly definition: ModelDefinition;
}

const level = 0.95;
const waiting: ModelRun = { kind: 'waiting' };

/** The regression of a table, in a worker. */
export const fitInWorker = (
  table: ModelTable,
  definition: ModelDefinition,
  options?: { readonly signal: AbortSignal; readonly onProgress: (progress: ModelProgress) => void },
): Promise<EndpointModel> => runInStatisticsWorker('endpoint-model', { table, definition, level }, options);

/**
 * The regression of a table, in a worker, again whenever the table or the definition changes; what runs then is ended. The
 * model before stays until the next one stands.
 */
export function useEndpointModel(
  table: ModelTable | null,
  definition: ModelDefinition,
): {
  readonly run: ModelRun;
  readonly held: HeldModel | null;
  readonly cancel: () => void;
  readonly again: () => void;
} {
  const [run, setRun] = useState<ModelRun>(waiting);
  const [held, setHeld] = useState<HeldModel | null>(null);
  const [turn, setTurn] = useState(0);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => {
    if (table === null || turn < 0) return setRun(waiting);
    const here = new AbortController();
    controller.current = here;
    const tell = (next: ModelRun) => {
      if (!here.signal.aborted) setRun(next);
    };
    tell({ kind: 'running', progress: null });
    fitInWorker(table, definition, {
      signal: here.signal,
      onProgress: (progress) => tell({ kind: 'running', progress }),
    }).then(
      (next) => {
        if (here.signal.aborted) return;
        setHeld({ model: next, table, definition });
        tell({ kind: 'answered' });
      },
      (error: Error) => tell({ kind: 'failed', error }),
    );
    return () => here.abort();
  }, [table, definition, turn]);
  const cancel = useCallback(() => {
    controller.current?.abort();
    setRun({ kind: 'cancelled' });
  }, []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const isNewer = run.kind === 'answered' && (held?.table !== table || held?.definition !== definition);
  return { run: isNewer ? waiting : run, held, cancel, again };
}
