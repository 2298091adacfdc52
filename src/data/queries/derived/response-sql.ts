import { type Milestone, milestonesEln2020 } from '@core/domain/milestone-eln2020';
import { type ResponseRule, responseRank, responseRules } from '@core/domain/response-class';
import { literal } from '../sql-text';

/**
 * Place of `responseClass(…)` of `core/domain/response-class.ts` in the list of classes, in SQL, on a row of `molecular`:
 * null when the sample has none.
 */
export const responseRankSql = `(case
  when on_international_scale and validation::varchar <> 'rejected' then
    case
      when detected and bcr_abl1_is_pct > 0 then case ${responseRules.map(whenDetected).join(' ')} end
      when not detected then case ${responseRules.flatMap(whenUndetected).join(' ')} end
    end
end)::tinyint`;

function whenDetected(rule: ResponseRule): string {
  const shown = [
    ...(rule.atMostPercent === null ? [] : [`bcr_abl1_is_pct <= ${literal(rule.atMostPercent)}`]),
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
    copies === null ? [] : [`when ${literal(gene)} then ${literal(copies)}`],
  );
  return [`control_copies >= case control_gene::varchar ${perGene.join(' ')} end`];
}

function withinRange({ byCartridge }: ResponseRule): string[] {
  return byCartridge ? [] : ["method::varchar <> 'cartridge'"];
}

/** The milestone in whose window `months` lies, null outside all of them. */
export const milestoneMonthSql = `case ${milestonesEln2020
  .map(
    ({ month, fromMonth, toMonth }) =>
      `when months >= ${literal(fromMonth)} and months < ${literal(toMonth)} then ${literal(month)}`,
  )
  .join(' ')} end`;

/** `milestoneVerdict(…)` of `core/domain/milestone-eln2020.ts` in SQL, on a column of values in percent. */
export function verdictSql(percent: string, { optimalToPercent, failureAbovePercent }: Milestone): string {
  const failure =
    failureAbovePercent === null ? '' : `when ${percent} > ${literal(failureAbovePercent)} then 'failure'`;
  return `case
    when ${percent} <= ${literal(optimalToPercent)} then 'optimal'
    ${failure}
    when ${percent} is not null then 'warning'
  end`;
}
