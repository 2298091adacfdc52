/** A visit as follow-up is planned, and the months around it in which a sample counts for it: [from, to). */
export interface VisitWindow {
  readonly month: number;
  readonly fromMonth: number;
  readonly toMonth: number;
}

const followUpMonths = [3, 6, 9, 12, 15, 18, 24, 30, 36, 42, 48, 54, 60, 72, 84, 96, 108, 120];

/**
 * Visit windows since the start of the first TKI: baseline (3 months before to 1 week after), then 3-monthly to
 * 18 months, 6-monthly to 5 years, yearly to 10 years. A window ends half-way to the next visit. The sample
 * nearest to the visit counts, the earlier one when two are equally near: one value per patient and window.
 */
export const visitWindows: readonly VisitWindow[] = Object.freeze([
  { month: 0, fromMonth: -3, toMonth: 0.25 },
  ...followUpMonths.map((month, index) => {
    const before = followUpMonths[index - 1] ?? 0;
    const after = followUpMonths[index + 1] ?? month + 12;
    return { month, fromMonth: (before + month) / 2, toMonth: (month + after) / 2 };
  }),
]);
