import { daysFromMonths } from '@core/domain/calendar';
import type { AssessedGuidelineId } from '@core/domain/guideline';
import { type MilestoneMonth, type MilestoneVerdict, milestoneMonths } from '@core/domain/milestone';
import type { CountedBar, CountedFigure, CountedPanel } from './counted-figure';
import { type EligibilityAnswer, type EligibilityTable, eligibilityFunnel } from './eligibility-funnel';
import type { IndicatorTable } from './indicator-trend';
import { milestoneBands } from './milestones';

/** What is told of a patient who is asked a question of three answers. */
export const askedAnswers = ['met', 'not_met', 'unknown'] as const;

/** The versions of the guideline whose classes are compared. */
export const comparedGuidelines = {
  before: 'ELN2013',
  after: 'ELN2020',
} as const satisfies Readonly<Record<string, AssessedGuidelineId>>;

/** Patients by their verdicts in two versions of the guideline at one milestone; `null`: not assessed. */
interface ChangeRow {
  readonly month: MilestoneMonth;
  readonly before: MilestoneVerdict | null;
  readonly after: MilestoneVerdict | null;
  readonly patients: number;
}

/** Who is in which class by two versions of the guideline: a panel per milestone, a bar per class of the earlier one. */
export function guidelineChangesCounted(rows: readonly ChangeRow[]): CountedFigure {
  const bandOf = (verdict: MilestoneVerdict | null) => verdict ?? 'not_assessed';
  const at = (month: MilestoneMonth) => rows.filter((row) => row.month === month);
  const panels = milestoneMonths.map((month): CountedPanel => {
    const bars = milestoneBands.map((before): CountedBar => {
      const here = at(month).filter((row) => bandOf(row.before) === before);
      return {
        level: before,
        parts: milestoneBands.map((after) => ({
          level: after,
          patients: patientsOf(here.filter((row) => bandOf(row.after) === after)),
        })),
      };
    });
    return { level: String(month), relation: 'apart', bars };
  });
  return { patients: patientsOf(at(milestoneMonths[0])), panels };
}

/** How deep the response of the treated became: held, reached, not reached, or not known. */
export const depthAnswers = ['sustained', 'reached', 'not_reached', 'unknown'] as const;

/**
 * The steps towards a stop, of all who had a TKI: how deep the response became in one bar, because a sustained deep response is
 * a deep one, and each rule of eligibility and the stop in bars of their own.
 */
export function eligibilityCounted(table: EligibilityTable): CountedFigure {
  const { treated, steps } = eligibilityFunnel(table);
  const asked = table.filter(({ answers }) => answers.treated === true);
  const depthOf = ({ deep, sustained }: Readonly<Record<EligibilityAnswer, boolean | null>>) => {
    if (deep === true) return sustained === true ? 'sustained' : 'reached';
    return deep === false ? 'not_reached' : 'unknown';
  };
  const depth: CountedBar = {
    level: 'deep',
    parts: depthAnswers.map((level) => ({
      level,
      patients: patientsOf(asked.filter(({ answers }) => depthOf(answers) === level)),
    })),
  };
  const rules = steps
    .filter(({ step }) => step !== 'deep' && step !== 'sustained')
    .map(
      ({ step, met, notMet, unknown }): CountedBar => ({
        level: step,
        parts: answered(met, notMet, unknown),
      }),
    );
  return { patients: treated, panels: [{ level: 'all', relation: 'same', bars: [depth, ...rules] }] };
}

/** An indicator that counts patients, by calendar year and group: `year`, or `year|group`; those without a year are left out. */
export function indicatorCounted({ rows }: IndicatorTable): CountedFigure {
  const keys = new Map<string, { readonly year: number; readonly level: string | null }>();
  for (const { year, level } of rows)
    if (year !== null) keys.set(JSON.stringify([level, year]), { year, level });
  const groups = [...keys.values()].toSorted((a, b) => a.year - b.year);
  const bars = groups.map(({ year, level }): CountedBar => {
    const here = rows.filter((row) => row.level === level && row.year === year);
    const of = (count: 'units' | 'met' | 'unknown') => here.reduce((sum, row) => sum + row[count], 0);
    return {
      level: level === 'all' ? String(year) : `${year}|${level ?? 'unknown'}`,
      parts: answered(of('met'), of('units') - of('met') - of('unknown'), of('unknown')),
    };
  });
  const all = bars.reduce((sum, { parts }) => sum + patientsOf(parts), 0);
  return { patients: all, panels: [{ level: 'all', relation: 'apart', bars }] };
}

/** Patients by the drug they began, and how and after how many days the time on it was over; `cause` 0: not seen. */
interface CourseRow {
  readonly drug: string;
  readonly day: number;
  readonly cause: number;
  readonly patients: number;
}

/**
 * What became of the time on a drug by each of some months: a panel per interval, a bar per drug, of those who were still on it
 * at its beginning. The last part are those who still are at its end, and the next panel goes on from them.
 *
 * Counts of patients as they were seen, not estimates: who is not followed for so long is told apart, and who was included
 * after the start counts from the start.
 *
 * @param causes  the names of the causes from 1 on
 */
export function courseCounted(
  rows: readonly CourseRow[],
  causes: readonly string[],
  months: readonly number[],
): CountedFigure {
  // By name: an order by size would tell of a count that is withheld that it lies between two others.
  const drugs = [...new Set(rows.map(({ drug }) => drug))].toSorted();
  const panels = months.map((month, place): CountedPanel => {
    const [from, until] = [daysFromMonths(months[place - 1] ?? 0), daysFromMonths(month)];
    const bars = drugs.map((drug): CountedBar => {
      const here = rows.filter((row) => row.drug === drug && (place === 0 || row.day >= from));
      const ended = here.filter(({ day }) => day < until);
      const by = (cause: number) => patientsOf(ended.filter((row) => row.cause === cause));
      return {
        level: drug,
        parts: [
          ...causes.map((level, k) => ({ level, patients: by(k + 1) })),
          { level: 'not_followed', patients: by(0) },
          { level: 'still', patients: patientsOf(here.filter(({ day }) => day >= until)) },
        ],
      };
    });
    return { level: String(month), relation: place === 0 ? 'apart' : 'on', bars };
  });
  return { patients: patientsOf(rows), panels };
}

const answered = (met: number, notMet: number, unknown: number): CountedBar['parts'] =>
  [met, notMet, unknown].map((patients, k) => ({ level: askedAnswers[k] ?? '', patients }));

const patientsOf = (rows: readonly { readonly patients: number }[]): number =>
  rows.reduce((sum, { patients }) => sum + patients, 0);
