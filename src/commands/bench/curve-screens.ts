import { indicatorIds } from '@core/domain/indicator';
import { endpointPresetIds } from '@core/endpoint/endpoint-presets';
import type { Page } from 'playwright-core';

/** One change on a screen of curves, and what it took. */
export interface CurveRedraw {
  /** From the new address to the curves standing redrawn. */
  readonly curves: number;
  /** And to everything that is drawn with them: the trajectories behind those of the response. */
  readonly complete: number;
}

export type CurveScreens = Readonly<Record<keyof typeof screens, readonly CurveRedraw[]>>;

interface CurveScreen {
  /** Marks of `session/redraw-clock.ts`: the curves, and what is drawn last. */
  readonly curves: string;
  readonly complete: string;
  /** The address at step k, another cohort or endpoint at each. */
  readonly address: (step: number) => string;
}

const response = {
  curves: 'figure-drawn:molecular-response',
  complete: 'figure-drawn:response-trajectories',
};
const survival = { curves: 'figure-drawn:survival', complete: 'figure-drawn:survival' };
const practice = { curves: 'figure-drawn:practice', complete: 'figure-drawn:practice' };
const centres = { curves: 'figure-drawn:centres', complete: 'figure-drawn:centres' };
const presets = endpointPresetIds;

/** Men and women in turn: an answer that equals the one before draws nothing. */
const cohortAt = (step: number) => `sex=${step % 2 === 0 ? 'F' : 'M'}&age=${17 + step}..99`;

/**
 * The response curves together and one per ELTS group; the survival curves by cohort, and by endpoint and cohort; a topic of
 * practice by cohort (the first of its indicators, and all when no figure is busy any more), and centres by indicator.
 */
const screens = {
  response: { ...response, address: (step) => `#/molecular-response?age=${17 + step}..99` },
  responseByGroup: { ...response, address: (step) => `#/molecular-response?age=${17 + step}..99&by=elts` },
  survivalByCohort: { ...survival, address: (step) => `#/survival?${cohortAt(step)}` },
  survivalByEndpoint: {
    ...survival,
    address: (step) => `#/survival?${cohortAt(step)}&endpoint=${presets[step % presets.length]}`,
  },
  practiceTreatment: { ...practice, address: (step) => `#/practice?topic=treatment&${cohortAt(step)}` },
  practiceMonitoring: { ...practice, address: (step) => `#/practice?topic=monitoring&${cohortAt(step)}` },
  centres: {
    ...centres,
    address: (step) => `#/centres?indicator=${indicatorIds[step % indicatorIds.length]}`,
  },
} satisfies Record<string, CurveScreen>;

/** Goes from cohort to cohort on the screens of curves, through the address, as a link or an undo does. */
export async function redrawCurves(page: Page, count: number): Promise<CurveScreens> {
  const redraws: [string, readonly CurveRedraw[]][] = [];
  for (const [name, screen] of Object.entries<CurveScreen>(screens)) {
    const { curves, complete, address } = screen;
    await page.evaluate(goAndWait, { hash: address(0), curves, complete });
    const timed: CurveRedraw[] = [];
    for (let step = 1; step <= count; step++) {
      timed.push(await page.evaluate(goAndWait, { hash: address(step), curves, complete }));
    }
    redraws.push([name, timed]);
  }
  return Object.fromEntries(redraws) as CurveScreens;
}

/** Runs inside the page. */
async function goAndWait(to: { hash: string; curves: string; complete: string }): Promise<CurveRedraw> {
  const last = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
  const from = performance.now();
  const deadline = from + 900_000;
  let curves = 0;
  location.hash = to.hash;
  for (;;) {
    const [drawn, complete] = [last(to.curves), last(to.complete)];
    // The first drawing may still be of the cohort before, under the new address.
    const isQuiet = document.querySelector('figure[aria-busy=false]') !== null;
    if (curves === 0 && drawn > from && isQuiet) curves = drawn - from;
    const isComplete = document.querySelector('figure[aria-busy=true]') === null;
    if (complete > from && curves > 0 && isQuiet && isComplete) return { curves, complete: complete - from };
    if (performance.now() > deadline) throw new Error(`no curve for ${to.hash}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
