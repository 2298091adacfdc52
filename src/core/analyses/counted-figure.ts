import { type DepthState, depthStates } from '@core/cohort/depth-course';
import { type DisclosurePolicy, defaultPolicy } from '@core/disclosure/policy';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { type AccrualRow, accrualByYear, inclusionDelays } from './accrual';
import { type DepthMoves, depthOccupation } from './depth-occupation';
import { type FirstLineRow, firstLineBands, firstLineDrugs } from './first-line-drugs';
import { type DoseRow, doseBands, firstYearDose } from './first-year-dose';
import { type MilestoneBar, type MilestoneTable, milestoneBands, milestones } from './milestones';
import { type MutationTable, mutationMap } from './mutation-map';
import { type OutcomePeriodTable, outcomePeriods, periodOutcomes } from './outcome-periods';
import { type PathwayRow, pathwayEnds, treatmentPathways } from './treatment-pathways';

/** Patients under the code of what they are counted for. */
export interface CountedPart {
  readonly level: string;
  readonly patients: number;
}

/** A bar: its parts have no patient in common. */
export interface CountedBar {
  readonly level: string;
  readonly parts: readonly CountedPart[];
}

/**
 * How the bars of a panel stand to each other and to all patients of the figure: `same`, each is of all of them, of whom its parts
 * may be some; `apart`, they have no patient in common and make them up; `next`, they have no patient in common, and each is a
 * part of the panel before, summed over its bars; `on`, each is the last part of the bar of its name in the panel before.
 */
export type BarRelation = 'same' | 'apart' | 'next' | 'on';

export interface CountedPanel {
  readonly level: string;
  readonly relation: BarRelation;
  readonly bars: readonly CountedBar[];
}

/** A figure of counts of patients, in exact numbers. */
export interface CountedFigure {
  readonly patients: number;
  readonly panels: readonly CountedPanel[];
}

const partsOf = <Level extends string>(
  levels: readonly Level[],
  counts: Readonly<Record<Level, number>>,
): readonly CountedPart[] => levels.map((level) => ({ level, patients: counts[level] }));

/** An order by size would tell of a count that is withheld that it lies between two others. */
const byName = (bars: readonly CountedBar[]): readonly CountedBar[] =>
  bars.toSorted((a, b) => (a.level < b.level ? -1 : a.level > b.level ? 1 : 0));

const milestoneBar = (level: string, { bands }: MilestoneBar): CountedBar => ({
  level,
  parts: partsOf(milestoneBands, bands),
});

/** The classes of everybody at the three milestones. */
export function milestoneBarsCounted(table: MilestoneTable): CountedFigure {
  const { patients, bars } = milestones(table);
  const counted = bars.map((bar) => milestoneBar(String(bar.month), bar));
  return { patients, panels: [{ level: 'all', relation: 'same', bars: counted }] };
}

/** Who goes from which class to which between two milestones. */
export function milestoneFlowsCounted(table: MilestoneTable): CountedFigure {
  const { patients, flows } = milestones(table);
  const panel = (fromMonth: number, toMonth: number, relation: BarRelation): CountedPanel => ({
    level: `${fromMonth}-${toMonth}`,
    relation,
    bars: milestoneBands.map((from) => ({
      level: from,
      parts: milestoneBands.map((to) => ({
        level: to,
        patients:
          flows.find((flow) => flow.fromMonth === fromMonth && flow.from === from && flow.to === to)
            ?.patients ?? 0,
      })),
    })),
  });
  return { patients, panels: [panel(3, 6, 'apart'), panel(6, 12, 'next')] };
}

/** The classes at one milestone by first TKI; who has no known one is told as `unknown`. */
export function milestoneGroupsCounted(table: MilestoneTable, month: string): CountedFigure {
  const { patients, groups } = milestones(table);
  const bars = groups.flatMap(({ level, bars: some }) => {
    const bar = some.find((one) => String(one.month) === month);
    return bar === undefined ? [] : [milestoneBar(level ?? 'unknown', bar)];
  });
  return { patients, panels: [{ level: month, relation: 'apart', bars: byName(bars) }] };
}

/** From how many patients on an estimate may leave. */
type LeastPatients = Pick<DisclosurePolicy, 'threshold'>;

/**
 * The depth of response at the months of the table, as far as enough patients are followed. Of who is lost it is not known where
 * they would be: the counts are the estimated shares of all patients, as whole numbers that add up. Where few are followed,
 * each of them moves the shares of all by as much as many patients.
 */
export function depthCounted(moves: DepthMoves, { threshold }: LeastPatients = defaultPolicy): CountedFigure {
  const { patients, landmarks } = depthOccupation(moves);
  const bars = landmarks
    .filter(({ followed }) => followed >= threshold)
    .map(({ month, states }) => {
      const counts = wholeParts(
        depthStates.map((state) => states[state].estimate ?? 0),
        patients,
      );
      return {
        level: String(month),
        parts: depthStates.map((level: DepthState, k) => ({ level, patients: counts[k] ?? 0 })),
      };
    });
  return { patients, panels: [{ level: 'all', relation: 'same', bars }] };
}

/** Shares of a whole as whole numbers that add up to it: the largest remainders are rounded up. */
export function wholeParts(shares: readonly number[], whole: number): readonly number[] {
  const exact = shares.map((share) => share * whole);
  const counts = exact.map(Math.floor);
  const left = whole - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder);
  for (const { place } of byRemainder.slice(0, Math.max(0, left))) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/**
 * Who carries each ABL1 variant, of those who carry any. A variant that is not written as a substitution is free text, which may
 * say anything of a patient: it is left out.
 */
export function mutationsCounted(table: MutationTable): CountedFigure {
  const { carriers, variants } = mutationMap(table);
  const bars = variants
    .filter(({ residue }) => residue !== null)
    .map(({ variant, patients }) => ({ level: variant, parts: [{ level: 'carried', patients }] }));
  return { patients: carriers, panels: [{ level: 'all', relation: 'same', bars: byName(bars) }] };
}

/** Inclusions by year and by the delay after the diagnosis. */
export function accrualCounted(rows: readonly AccrualRow[]): CountedFigure {
  const years = accrualByYear(rows);
  const bars = years.map(({ year, delays }) => ({
    level: String(year),
    parts: partsOf(inclusionDelays, delays),
  }));
  return {
    patients: years.reduce((sum, { patients }) => sum + patients, 0),
    panels: [{ level: 'all', relation: 'apart', bars }],
  };
}

/** What is known today of a patient who was included. */
export const followUpStates = ['followed', 'lost', 'dead'] as const;

/** Inclusions by year, and who of them is followed, lost or dead by now. */
export function followUpCounted(rows: readonly AccrualRow[]): CountedFigure {
  const years = accrualByYear(rows);
  const bars = years.map(({ year, patients, alive, lost }) => ({
    level: String(year),
    parts: partsOf(followUpStates, { followed: alive - lost, lost, dead: patients - alive }),
  }));
  return {
    patients: years.reduce((sum, { patients }) => sum + patients, 0),
    panels: [{ level: 'all', relation: 'apart', bars }],
  };
}

/** First TKIs by the year in which they were begun. */
export function firstLineCounted(rows: readonly FirstLineRow[]): CountedFigure {
  const { patients, years } = firstLineDrugs(rows);
  const bars = years.map(({ year, bands }) => ({
    level: String(year),
    parts: partsOf(firstLineBands, bands),
  }));
  return { patients, panels: [{ level: 'all', relation: 'apart', bars }] };
}

/** The dose of the first TKI a year after its start, by drug. */
export function firstYearDoseCounted(rows: readonly DoseRow[]): CountedFigure {
  const doses = firstYearDose(rows);
  const bars = doses.map(({ drug, bands, notFollowed }) => ({
    level: drug,
    parts: [...partsOf(doseBands, bands), { level: 'not_followed', patients: notFollowed }],
  }));
  return {
    patients: doses.reduce((sum, { patients, notFollowed }) => sum + patients + notFollowed, 0),
    panels: [{ level: 'all', relation: 'apart', bars: byName(bars) }],
  };
}

/** From each TKI of a line to the next TKI, or to the end. */
export function pathwaysCounted(rows: readonly PathwayRow[]): CountedFigure {
  const { patients, flows } = treatmentPathways(rows, tkiDrugs);
  const lines = [...new Set(flows.map(({ line }) => line))].toSorted((a, b) => a - b);
  const nodes = [...tkiDrugs, ...pathwayEnds];
  const panels = lines.map((line, place): CountedPanel => {
    const own = flows.filter((flow) => flow.line === line);
    const drugs = tkiDrugs.filter((drug) => own.some(({ from }) => from === drug));
    return {
      level: String(line),
      relation: place === 0 ? 'apart' : 'next',
      bars: drugs.map((from) => ({
        level: from,
        parts: nodes.flatMap((to) => {
          const flow = own.find((one) => one.from === from && one.to === to);
          return flow === undefined ? [] : [{ level: to, patients: flow.patients }];
        }),
      })),
    };
  });
  return { patients, panels };
}

/** Whether the outcome of a period is there at the month at which it is read: a response, a remission, a life. */
export const outcomeParts = ['there', 'not_there'] as const;

/**
 * An outcome by calendar period, at the first month at which it is read: the periods that can be read, of whom enough patients are
 * observed early. Of who is lost it is not known where they would be: the counts are the estimated shares of the patients of a
 * period, unadjusted, as whole numbers.
 */
export function outcomePeriodsCounted(
  table: OutcomePeriodTable,
  lastYear: number | undefined,
  { threshold }: LeastPatients = defaultPolicy,
): CountedFigure {
  const [month] = periodOutcomes[table.outcome].months;
  const { periods } = outcomePeriods(table, month, lastYear, threshold);
  const read = periods.flatMap(({ from, until, patients, crude }) => {
    const share = crude?.estimate ?? null;
    return share === null ? [] : [{ level: `${from}–${until}`, patients, share }];
  });
  const bars = read.map(({ level, patients, share }) => {
    const counts = wholeParts([share, 1 - share], patients);
    return { level, parts: outcomeParts.map((part, k) => ({ level: part, patients: counts[k] ?? 0 })) };
  });
  return {
    patients: read.reduce((sum, { patients }) => sum + patients, 0),
    panels: [{ level: 'all', relation: 'apart', bars }],
  };
}
