import { emptyStartAfter } from './empty-start';

/**
 * Ends the session: the engine is stopped, the addresses of this page are taken out of the history of its tab, and a new
 * document takes its place. What was in memory (rows, answers, named cohorts, steps) goes with the old document: no
 * list of things to clear can forget one.
 *
 * The history that the browser keeps of all visits is out of reach of a page; it holds definitions, never a row.
 */
export async function closeSession(stopEngine: () => Promise<void>): Promise<void> {
  await stopEngine();
  await forgetAddresses(emptyStartAfter(window.location.hash));
  window.location.reload();
}

/** Goes back to the first address of this page, replaces it, and begins anew from there, which drops all that follow. */
async function forgetAddresses(address: string): Promise<void> {
  const { navigation } = window;
  const first = navigation?.entries().find(({ sameDocument }) => sameDocument);
  if (first !== undefined && first.key !== navigation.currentEntry?.key) {
    await navigation.traverseTo(first.key).finished;
  }
  window.history.replaceState(null, '', address);
  if (navigation !== undefined) window.history.pushState(null, '', address);
}
