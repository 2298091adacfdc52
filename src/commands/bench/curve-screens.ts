import { type IndicatorTopic, indicatorIds } from '@core/domain/indicator';
import { endpointPresetIds } from '@core/endpoint/endpoint-presets';
import type { Page } from 'playwright-core';

/** One change on a screen of figures, and what it took. */
export interface CurveRedraw {
  /** From the new address to the curves standing redrawn; where many figures stand, to the first of them. */
  readonly curves: number;
  /** And to every picture of the screen, also those out of sight: the trajectories behind the curves of the response too. */
  readonly complete: number;
}

export type CurveScreenName = keyof typeof screens;
export type CurveScreens = Readonly<Partial<Record<CurveScreenName, readonly CurveRedraw[]>>>;

interface CurveScreen {
  /** Marks of `session/redraw-clock.ts`: the curves, and what is drawn last; `null`: each picture of the page counts. */
  readonly curves: string | null;
  readonly complete: string | null;
  /** The address at step k, another cohort or endpoint at each. */
  readonly address: (step: number) => string;
}

const response = {
  curves: 'figure-drawn:molecular-response',
  complete: 'figure-drawn:response-trajectories',
};
const survival = { curves: 'figure-drawn:survival', complete: 'figure-drawn:survival' };
const practice = (topic: IndicatorTopic) => ({
  curves: null,
  complete: null,
  address: (step: number) => `#/practice?topic=${topic}&${cohortAt(step)}`,
});
const presets = endpointPresetIds;

/** Milliseconds for which a reader looks at a screen before the first change: the page reads ahead meanwhile. */
export const restBeforeRedraws = { demonstration: 5_000, larger: 30_000 };

/** Milliseconds between two changes: what follows a figure, such as the visits beside its curve, is not timed with the next. */
export const pauseBetweenRedraws = 200;

/** Milliseconds after which a figure is taken for one that does not come. */
const patience = 180_000;

/** Men and women in turn: an answer that equals the one before draws nothing. */
const cohortAt = (step: number) => `sex=${sexAt(step)}&age=${17 + step}..99`;
const otherCohortAt = (step: number) => `sex=${sexAt(step)}&age=18..${99 - step}`;
const sexAt = (step: number) => (step % 2 === 0 ? 'F' : 'M');

/**
 * The response curves together and one per ELTS group; the survival curves by cohort, by endpoint and cohort, and again
 * when each endpoint was read before; each topic of practice by cohort, and centres by indicator.
 */
const screens = {
  response: { ...response, address: (step) => `#/molecular-response?age=${17 + step}..99` },
  responseByGroup: { ...response, address: (step) => `#/molecular-response?age=${17 + step}..99&by=elts` },
  survivalByCohort: { ...survival, address: (step) => `#/survival?${cohortAt(step)}` },
  survivalByEndpoint: {
    ...survival,
    address: (step) => `#/survival?${cohortAt(step)}&endpoint=${presets[step % presets.length]}`,
  },
  survivalByReadEndpoint: {
    ...survival,
    address: (step) => `#/survival?${otherCohortAt(step)}&endpoint=${presets[step % presets.length]}`,
  },
  practiceAccrual: practice('accrual'),
  practiceTreatment: practice('treatment'),
  practiceMonitoring: practice('monitoring'),
  practiceOutcomes: practice('outcomes'),
  practiceSafety: practice('safety'),
  practiceVoice: practice('voice'),
  centres: {
    curves: 'figure-drawn:centres',
    complete: 'figure-drawn:centres',
    address: (step) => `#/centres?indicator=${indicatorIds[step % indicatorIds.length]}`,
  },
} satisfies Record<string, CurveScreen>;

export const curveScreenNames = Object.keys(screens) as readonly CurveScreenName[];

/**
 * Goes from cohort to cohort on the screens of curves, through the address, as a link or an undo does. A screen whose figures do
 * not come, for want of memory perhaps, has no timings.
 */
export async function redrawCurves(
  page: Page,
  count: number,
  rest: number,
  names: readonly CurveScreenName[],
): Promise<CurveScreens> {
  const redraws: [CurveScreenName, readonly CurveRedraw[]][] = [];
  for (const name of names) {
    try {
      redraws.push([name, await redrawScreen(page, screens[name], count, rest)]);
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : 'not drawn'}`);
      redraws.push([name, []]);
    }
  }
  return Object.fromEntries(redraws);
}

async function redrawScreen(
  page: Page,
  { curves, complete, address }: CurveScreen,
  count: number,
  rest: number,
): Promise<readonly CurveRedraw[]> {
  await page.evaluate(goAndWait, { hash: address(0), curves, complete, patience });
  await page.waitForTimeout(rest);
  const timed: CurveRedraw[] = [];
  for (let step = 1; step <= count; step++) {
    timed.push(await page.evaluate(goAndWait, { hash: address(step), curves, complete, patience }));
    await page.waitForTimeout(pauseBetweenRedraws);
  }
  return timed;
}

/** Runs inside the page. A picture counts as drawn at the last change of it that nothing follows for a tenth of a second. */
async function goAndWait(to: {
  hash: string;
  curves: string | null;
  complete: string | null;
  patience: number;
}): Promise<CurveRedraw> {
  const from = performance.now();
  const deadline = from + to.patience;
  const pictures: number[] = [];
  const observer = new MutationObserver((changes) => {
    const isPicture = (node: Node) => node instanceof SVGElement || node.firstChild instanceof SVGElement;
    const isOfPicture = ({ target, addedNodes }: MutationRecord) =>
      target instanceof SVGElement || [...addedNodes].some(isPicture);
    if (changes.some(isOfPicture)) pictures.push(performance.now());
  });
  const watched = document.querySelector('main') ?? document.body;
  observer.observe(watched, { childList: true, subtree: true, attributes: true });
  const last = (mark: string | null) =>
    (mark === null ? pictures.at(-1) : performance.getEntriesByName(mark).at(-1)?.startTime) ?? 0;
  let curves = 0;
  location.hash = to.hash;
  for (;;) {
    const [drawn, complete] = [last(to.curves), last(to.complete)];
    // The first drawing may still be of the cohort before, under the new address.
    const isQuiet = document.querySelector('figure[aria-busy=false]') !== null;
    if (curves === 0 && drawn > from && isQuiet) curves = drawn - from;
    const isComplete = document.querySelector('figure[aria-busy=true]') === null;
    const isStill = to.complete !== null || performance.now() > complete + 100;
    if (complete > from && curves > 0 && isQuiet && isComplete && isStill) {
      observer.disconnect();
      return { curves, complete: complete - from };
    }
    if (performance.now() > deadline) throw new Error(`no curve for ${to.hash}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
