import type { Page } from 'playwright-core';

/** One change of the cohort on the screen of the response curves, and what it took. */
export interface ResponseRedraw {
  /** From the new address to the curves standing redrawn, and to the trajectories behind them. */
  readonly curves: number;
  readonly trajectories: number;
}

/**
 * Goes from cohort to cohort on the screen of the molecular response, through the address, as a link or an undo does.
 *
 * @param choices  what else the address says (`by=elts`)
 */
export async function redrawResponse(
  page: Page,
  count: number,
  choices: string,
): Promise<readonly ResponseRedraw[]> {
  const addressOf = (age: number) => `#/molecular-response?age=${age}..99&${choices}`;
  await page.evaluate(goAndWait, addressOf(17));
  const redraws: ResponseRedraw[] = [];
  for (let k = 0; k < count; k++) redraws.push(await page.evaluate(goAndWait, addressOf(18 + k)));
  return redraws;
}

/** Runs inside the page. */
async function goAndWait(hash: string): Promise<ResponseRedraw> {
  const last = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
  const from = performance.now();
  const deadline = from + 900_000;
  let curves = 0;
  location.hash = hash;
  for (;;) {
    const [drawn, complete] = [
      last('figure-drawn:molecular-response'),
      last('figure-drawn:response-trajectories'),
    ];
    // The first drawing may still be of the cohort before, under the new address.
    const isQuiet = document.querySelector('figure[aria-busy=false]') !== null;
    if (curves === 0 && drawn > from && isQuiet) curves = drawn - from;
    if (complete > from && curves > 0 && isQuiet) return { curves, trajectories: complete - from };
    if (performance.now() > deadline) throw new Error(`no response curve for ${hash}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
