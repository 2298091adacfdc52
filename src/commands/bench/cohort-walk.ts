import type { Page } from 'playwright-core';

/**
 * Check boxes of the cohort screen by the level they choose: two of each variable, all frequent, so that most cohorts
 * on the way hold patients.
 */
const levels = ['F', 'M', 'e13a2', 'e14a2', 'imatinib', 'dasatinib'];

/** The longest walk on which no cohort comes twice, the one it starts from included. */
export const longestWalk = 2 ** levels.length - 1;

/**
 * Which box to press at each step so that no cohort comes twice (a Gray code): an answer that is still in memory
 * would make the next one look fast. With six boxes the walk has 63 steps.
 */
export function grayCodeSteps(count: number, boxes: number): readonly number[] {
  if (count >= 2 ** boxes) throw new RangeError(`${boxes} boxes give ${2 ** boxes - 1} steps, not ${count}`);
  return Array.from({ length: count }, (_, step) => 31 - Math.clz32((step + 1) & -(step + 1)));
}

/** One change of the cohort by a press on a check box, and what it took. */
export interface CohortChange {
  /** The address after `#` with the cohort that was reached. */
  readonly address: string;
  /** From the press taking effect to both figures standing redrawn. */
  readonly milliseconds: number;
}

/**
 * Presses check boxes one after the other, each time waiting until both figures stand redrawn.
 *
 * @throws Error when a cohort comes twice
 */
export async function walkCohorts(page: Page, count: number): Promise<readonly CohortChange[]> {
  const changes: CohortChange[] = [];
  const asked = new Set([await page.evaluate(() => location.hash)]);
  for (const box of grayCodeSteps(count, levels.length)) {
    const change = await page.evaluate(pressAndWait, levels[box] ?? '');
    if (asked.has(change.address)) throw new Error(`the cohort of ${change.address} was asked before`);
    asked.add(change.address);
    changes.push(change);
  }
  return changes;
}

/** Runs inside the page. */
async function pressAndWait(level: string): Promise<CohortChange> {
  const last = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
  const boxOf = () => document.querySelector<HTMLInputElement>(`input[type=checkbox][value="${level}"]`);
  const deadline = performance.now() + 60_000;
  // The figures do not wait for the counts beside the boxes.
  while (boxOf() === null) {
    if (performance.now() > deadline) throw new Error(`the cohort screen has no check box for ${level}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const before = last('cohort-change');
  const address = location.hash;
  boxOf()?.click();
  for (;;) {
    const changed = last('cohort-change');
    const drawn = [last('figure-drawn:molecular-response'), last('figure-drawn:treatment-free-remission')];
    // The router writes the address a moment after the figures have begun.
    if (changed > before && location.hash !== address && drawn.every((at) => at > changed)) {
      return { address: location.hash, milliseconds: Math.max(...drawn) - changed };
    }
    if (performance.now() > deadline) throw new Error(`no figure within a minute of choosing ${level}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
