import type { MolecularResponse, ResponseCurve, VisitResponse } from '@core/analyses/molecular-response';
import type { Words } from '@language/use-words';
import { depthText } from '@view/charts/molecular-response-curve';

type Named = Pick<MolecularResponse, 'groupBy'>;

/** The name of a curve: its level, or "the cohort" when there is one curve. */
export const curveName = ({ groupBy }: Named, level: string, words: Words): string =>
  groupBy === null ? words.say('clinic.all') : words.name(groupBy, level);

/** What the curves say at the visit that hematologists ask for first: 12 months, or the last before it. */
export function summaryOf(response: MolecularResponse, words: Words): string {
  const months = response.curves.flatMap(({ visits }) => visits.map(({ month }) => month));
  const month = Math.max(...months.filter((one) => one <= 12));
  const there = response.curves.flatMap((curve) => {
    const visit = curve.visits.find((one) => one.month === month);
    return visit === undefined ? [] : [{ curve, visit }];
  });
  const [first] = there;
  if (first === undefined) return '';
  const values = ({ visit }: { visit: VisitResponse }) => ({
    median: depthText(visit.median, words.number),
    patients: visit.patients,
  });
  if (response.groupBy === null) return words.say('response.summary', { month, ...values(first) });
  const list = there.map((one) =>
    words.say('response.groupSummary', {
      group: curveName(response, one.curve.level, words),
      ...values(one),
    }),
  );
  return words.say('response.groupsSummary', { month, list: words.list(list) });
}

/** The exact reading of one curve at one visit. */
export function visitReading(response: Named, curve: ResponseCurve, month: number, words: Words): string {
  const group = curveName(response, curve.level, words);
  const visit = curve.visits.find((one) => one.month === month);
  if (visit === undefined) return words.say('response.noReading', { month, group });
  const depth = (of: VisitResponse['median']) => depthText(of, words.number);
  return words.say('response.reading', {
    month,
    group,
    median: depth(visit.median),
    lower: depth(visit.medianLower),
    upper: depth(visit.medianUpper),
    first: depth(visit.lowerQuartile),
    third: depth(visit.upperQuartile),
    patients: visit.patients,
    undetected: visit.undetected,
  });
}
