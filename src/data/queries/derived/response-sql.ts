import { copiesThatShowMmr, detectableCopies } from '@core/domain/evaluable-sample';
import type { Milestone } from '@core/domain/milestone';
import { type ResponseRule, responseRank, responseRules } from '@core/domain/response-class';
import { readStandings } from '@core/domain/sample-standing';
import { literal, real } from '../sql-text';

/** `isRead(…)` of `core/domain/sample-standing.ts` in SQL, on a row of `molecular`. */
export const isReadSql = `(validation in (${readStandings.map((standing) => literal(standing)).join(', ')}))`;

/**
 * Place of `responseClass(…)` of `core/domain/response-class.ts` in the list of classes, in SQL, on a row of `molecular`:
 * null when the sample has none. Over millions of rows: the value is asked before the copies, and the codes as they are.
 */
export const responseRankSql = `(case
  when not on_international_scale or not ${isReadSql} then null
  when detected then case when bcr_abl1_is_pct > 0 then case ${responseRules.map(whenDetected).join(' ')} end end
  else case ${responseRules.flatMap(whenUndetected).join(' ')} end
end)::tinyint`;

function whenDetected(rule: ResponseRule): string {
  const shown = [
    ...(rule.atMostPercent === null ? [] : [`bcr_abl1_is_pct <= ${real(rule.atMostPercent)}`]),
    ...enoughCopies(rule),
    ...withinRange(rule),
  ];
  return `when ${shown.join(' and ') || 'true'} then ${responseRank(rule.responseClass)}`;
}

function whenUndetected(rule: ResponseRule): string[] {
  if (rule.minimumCopies === null) return [];
  const shown = [...enoughCopies(rule), ...withinRange(rule)];
  return [`when ${shown.join(' and ')} then ${responseRank(rule.responseClass)}`];
}

function enoughCopies({ minimumCopies }: ResponseRule): string[] {
  if (minimumCopies === null) return [];
  const perGene = Object.entries(minimumCopies).flatMap(([gene, copies]) =>
    copies === null ? [] : [`when ${literal(gene)} then ${real(copies)}`],
  );
  return [`control_copies >= case control_gene ${perGene.join(' ')} end`];
}

function withinRange({ byCartridge }: ResponseRule): string[] {
  return byCartridge ? [] : ["method <> 'cartridge'"];
}

/** The month of the window in which `months` lies, null outside all of them; windows do not overlap. */
export function windowMonthSql(windows: readonly MonthWindow[]): string {
  const cases = windows.map(
    ({ month, fromMonth, toMonth }) =>
      `when months >= ${real(fromMonth)} and months < ${real(toMonth)} then ${literal(month)}`,
  );
  // As wide as it goes: with a narrow type a grouping of few patients would take a table of half a million places.
  return `(case ${cases.join(' ')} end)::integer`;
}

type MonthWindow = Pick<Milestone, 'fromMonth' | 'toMonth'> & { readonly month: number };

/**
 * `milestoneVerdict(…)` of `core/domain/milestone.ts` in SQL, on a column of values in percent and, where the milestone
 * asks for a confirmation, one of the values that would confirm.
 */
export function verdictSql(percent: string, milestone: Milestone, confirmingPercent?: string): string {
  const { optimal, failureAbovePercent, confirmation } = milestone;
  const failure =
    failureAbovePercent === null ? '' : `when ${percent} > ${real(failureAbovePercent)} then 'failure'`;
  const confirmed =
    confirmation === null || confirmingPercent === undefined
      ? ''
      : `when ${percent} > ${real(confirmation.abovePercent)}
          and ${confirmingPercent} > ${real(confirmation.abovePercent)} then 'failure'`;
  return `case
    when ${percent} ${optimal.included ? '<=' : '<'} ${real(optimal.percent)} then 'optimal'
    ${failure}
    ${confirmed}
    when ${percent} is not null then 'warning'
  end`;
}

/** `mmrReading(…) !== null` of `core/domain/evaluable-sample.ts` in SQL, on a row of `molecular`. */
export const showsMmrSql = `(
  on_international_scale and ${isReadSql} and (
    (detected and bcr_abl1_is_pct > 0)
    or (not detected and control_copies >= ${literal(copiesThatShowMmr)} * coalesce(conversion_factor, 1))
  )
)`;

/** The upper end of `readingBounds(…)` of `core/domain/reading-bounds.ts` in SQL, on a row of `molecular`; null when it has none. */
export const ceilingPercentSql = `(case
  when not on_international_scale or not ${isReadSql} then null
  when detected then case when bcr_abl1_is_pct > 0 then bcr_abl1_is_pct end
  when control_copies > 0 then ${real(detectableCopies)} / control_copies * coalesce(conversion_factor, 1) * 100
end)`;
