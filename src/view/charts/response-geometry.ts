/** What a response curve is drawn on: the months in sight, the depths, and the room that it has. */
export interface ResponseFrame {
  readonly width: number;
  readonly plotHeight: number;
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly lowestPercent: number;
  readonly highestPercent: number;
  /** Curves of groups with their names; 0 for one curve without a name. */
  readonly groups: number;
}

/** A response curve in pixels of its picture. */
export interface ResponseGeometry extends ResponseFrame {
  readonly height: number;
  readonly narrow: boolean;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly x: (month: number) => number;
  readonly y: (percent: number) => number;
  /** The month under a pixel, within those in sight. */
  readonly monthAt: (x: number) => number;
}

/** From the axis down to the first number of patients. */
export const countsTop = 58;
export const countLine = 16;

/** Height of the whole picture: the plot, the axis, and the numbers of patients of each curve. */
export const responseHeight = (plotHeight: number, groups: number): number =>
  plotHeight + countsTop + 6 + Math.max(0, groups * 2 - 1) * countLine;

/** Where everything is: the one computation that the picture and what lies over it share. */
export function responseGeometry(frame: ResponseFrame): ResponseGeometry {
  const { width, plotHeight, fromMonth, toMonth, lowestPercent, highestPercent, groups } = frame;
  const narrow = width < 620;
  const marginLeft = 66;
  const marginRight = narrow ? 48 : groups > 0 ? 190 : 60;
  // Over the plot stand the name of the axis and the legend: on a phone under each other.
  const marginTop = narrow ? 48 : 30;
  const height = responseHeight(plotHeight, groups);
  const plotWidth = Math.max(1, width - marginLeft - marginRight);
  const depth = Math.log(highestPercent / lowestPercent);
  return {
    ...frame,
    height,
    narrow,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: height - plotHeight,
    x: (month) => marginLeft + ((month - fromMonth) / (toMonth - fromMonth)) * plotWidth,
    y: (percent) => marginTop + (Math.log(highestPercent / percent) / depth) * (plotHeight - marginTop),
    monthAt: (x) =>
      Math.min(
        toMonth,
        Math.max(fromMonth, fromMonth + ((x - marginLeft) / plotWidth) * (toMonth - fromMonth)),
      ),
  };
}

/** Visits whose labels fit side by side: every visit, or only half-years, years, two years, five years. */
export function labelledMonths(
  months: readonly number[],
  domain: number,
  plotWidth: number,
): readonly number[] {
  const apart = (month: number, before: number) => ((month - before) / domain) * plotWidth;
  const fits = (chosen: readonly number[]) =>
    chosen.every((month, index) => index === 0 || apart(month, chosen[index - 1] ?? 0) >= 30);
  const choices = [1, 6, 12, 24, 60].map((step) => months.filter((month) => month % step === 0));
  return choices.find(fits) ?? [];
}
