/**
 * Marks on the browser's performance timeline, for `npm run bench` and for anyone with developer tools open:
 * `cohort-change` when the user changes the cohort, `figure-drawn:<figure>` each time a figure stands redrawn,
 * `figure-drawn:response-trajectories` when single patients stand behind the curves as well,
 * `explorer-drawn` when the attrition and all charts stand redrawn for the cohort that was asked last.
 */
export const markCohortChange = (): void => {
  performance.mark('cohort-change');
};

/** `engine-started` when the engine stands locked, `extract-opened` when an extract can be asked. */
export const markOpening = (moment: 'engine-started' | 'extract-opened'): void => {
  performance.mark(moment);
};

export const markFigureDrawn = (figure: string): void => {
  performance.mark(`figure-drawn:${figure}`);
};

export const markExplorerDrawn = (): void => {
  performance.mark('explorer-drawn');
};
