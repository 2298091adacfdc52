/**
 * Marks on the browser's performance timeline, for `npm run bench` and for anyone with developer tools open:
 * `cohort-change` when the user changes the cohort, `figure-drawn:<figure>` each time a figure stands redrawn.
 */
export const markCohortChange = (): void => {
  performance.mark('cohort-change');
};

export const markFigureDrawn = (figure: string): void => {
  performance.mark(`figure-drawn:${figure}`);
};
