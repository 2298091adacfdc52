/** How long a TKI and a deep response must have lasted; both ends are enough. */
export interface StopCriteria {
  readonly tkiYears: number;
  readonly deepResponseMonths: number;
}

/** The Observatory's criteria: 5 years of TKI and 2 years of MR4 or deeper. Source: doi:10.1007/s00277-022-04955-z. */
export const observatoryStopCriteria: StopCriteria = { tkiYears: 5, deepResponseMonths: 24 };

/**
 * Whether the criteria for a stop are met: three-valued "and". One that is surely not met is enough for `false`; else
 * one that is not known makes the answer `null`.
 */
export function meetsStopCriteria(
  criteria: StopCriteria,
  tkiYears: number | null,
  deepResponseMonths: number | null,
): boolean | null {
  const longTreated = tkiYears === null ? null : tkiYears >= criteria.tkiYears;
  const longDeep = deepResponseMonths === null ? null : deepResponseMonths >= criteria.deepResponseMonths;
  if (longTreated === false || longDeep === false) return false;
  return longTreated === null || longDeep === null ? null : true;
}
