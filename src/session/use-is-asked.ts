import { notifyManager, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

/** The questions that are being asked, kept by one listener: each figure that looked through all answers would hold up the others. */
const askedOf = new WeakMap<QueryClient, ReadonlySet<Query>>();

function questionsAsked(client: QueryClient): ReadonlySet<Query> {
  const known = askedOf.get(client);
  if (known !== undefined) return known;
  const cache = client.getQueryCache();
  const isFetching = ({ state }: Query) => state.fetchStatus === 'fetching';
  const asked = new Set(cache.getAll().filter(isFetching));
  cache.subscribe(({ type, query }) => {
    if (type !== 'removed' && isFetching(query)) asked.add(query);
    else asked.delete(query);
  });
  askedOf.set(client, asked);
  return asked;
}

/**
 * Whether a question is being asked of the extract.
 *
 * @param isMeant  of the `id` of a question; the same function for as long as the same questions are meant
 */
export function useIsAsked(isMeant: (id: unknown) => boolean): boolean {
  const client = useQueryClient();
  const subscribe = useCallback(
    (onChange: () => void) => {
      questionsAsked(client);
      return client.getQueryCache().subscribe(notifyManager.batchCalls(onChange));
    },
    [client],
  );
  const snapshot = useCallback(() => {
    for (const { queryKey } of questionsAsked(client)) if (isMeant(queryKey[2])) return true;
    return false;
  }, [client, isMeant]);
  return useSyncExternalStore(subscribe, snapshot);
}
