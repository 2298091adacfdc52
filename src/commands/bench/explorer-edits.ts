import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { cohortToUrl } from '@core/cohort/cohort-url';
import type { Page } from 'playwright-core';
import { beforeEdits, type EditKind, editKinds, ruleEdits } from './rule-edits';

/** One edit of a rule in the page. */
export interface ExplorerEdit {
  /** From the new address to attrition and charts standing redrawn. */
  readonly milliseconds: number;
  /** The same until the frame that shows them is painted; an upper bound. */
  readonly painted: number;
  /** Longest stretch in which the page could take no input; 0 under 50 ms. */
  readonly longestTask: number;
}

export type ExplorerEdits = Readonly<Record<EditKind, readonly ExplorerEdit[]>>;

/** Edits of a rule over linked samples, each of which makes the engine go through all of them. */
const linkedEdits = 6;

/** Milliseconds for which a reader looks at the cohort before the first edit: the page reads facts meanwhile. */
export const restBeforeEdits = 10_000;

/** Edits one rule of the cohort again and again, kind by kind, through the address, as a link or an undo does. */
export async function editInExplorer(page: Page, count: number): Promise<ExplorerEdits> {
  await page.evaluate(goAndWait, hashOf(beforeEdits()));
  await page.waitForTimeout(restBeforeEdits);
  const edits = { patientFact: [], derivedFact: [], linkedSamples: [] } as Record<EditKind, ExplorerEdit[]>;
  for (const kind of editKinds) {
    for (const cohort of ruleEdits(kind, kind === 'linkedSamples' ? Math.min(linkedEdits, count) : count)) {
      edits[kind].push(await page.evaluate(goAndWait, hashOf(cohort)));
    }
  }
  return edits;
}

/** What a drag does: twenty cohorts in a second, of which only the last one is wanted. */
export async function dragInExplorer(page: Page): Promise<ExplorerEdit> {
  const cohorts = ruleEdits('derivedFact', 90).slice(-20);
  return page.evaluate(goAndWaitAfterDrag, cohorts.map(hashOf));
}

function hashOf(cohort: CohortDefinition): string {
  const parameters = cohortToUrl(cohort);
  if (parameters === null) throw new RangeError('a cohort of the benchmark is too long for an address');
  return `#/cohort?${new URLSearchParams(parameters)}`;
}

/** Runs inside the page. */
function goAndWait(hash: string): Promise<ExplorerEdit> {
  return window.benchGo?.([hash]) ?? Promise.reject(new Error('the page has no clock'));
}

/** Runs inside the page. */
function goAndWaitAfterDrag(hashes: readonly string[]): Promise<ExplorerEdit> {
  return window.benchGo?.(hashes) ?? Promise.reject(new Error('the page has no clock'));
}

declare global {
  interface Window {
    benchGo?: (hashes: readonly string[]) => Promise<ExplorerEdit>;
  }
}

/**
 * Gives the page its clock: goes to addresses, 50 ms apart, and waits until the explorer stands redrawn for the last of
 * them. Before the first mark `explorer-drawn` of a page it waits for the figures, which are drawn from the same cohort.
 */
export function installClock(page: Page): Promise<void> {
  return page.evaluate(() => {
    const tasks: PerformanceEntry[] = [];
    new PerformanceObserver((list) => void tasks.push(...list.getEntries())).observe({ type: 'longtask' });
    const last = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
    const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const drawn = () => {
      const explorer = last('explorer-drawn');
      if (explorer > 0) return explorer;
      return Math.min(last('figure-drawn:molecular-response'), last('figure-drawn:treatment-free-remission'));
    };
    window.benchGo = async (hashes) => {
      const begun = performance.now();
      let asked = begun;
      for (const [at, hash] of hashes.entries()) {
        if (at > 0) await pause(50);
        asked = performance.now();
        location.hash = hash;
      }
      while (drawn() <= asked) {
        if (performance.now() - asked > 120_000)
          throw new Error('the explorer was not redrawn in two minutes');
        await pause(2);
      }
      const milliseconds = drawn() - asked;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      const painted = performance.now() - asked;
      // Long tasks are told a moment after they end.
      await pause(60);
      const durations = tasks.filter(({ startTime }) => startTime >= begun).map(({ duration }) => duration);
      return { milliseconds, painted, longestTask: Math.max(0, ...durations) };
    };
  });
}
