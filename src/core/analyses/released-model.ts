import type { Bounds } from '@core/disclosure/known-sums';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import {
  assembled,
  fromReleased,
  type Released,
  releaseMoment,
  releaseQuantile,
} from '@core/disclosure/released';
import type { ProtectedCount } from '@core/disclosure/released-counts';
import { CountSheet, type SplitPlaces } from './count-sheet';
import type { FittedModel, ModelRow, ModelTerm, RatioEstimate } from './endpoint-model';
import { mergedLevel, smallLevel } from './model-definition';
import type { TermId } from './model-design';

type ReleasedValue = Released<{ readonly value: number | null }>;

/** A ratio as it may leave: three significant digits, two of its p-value; `null` where too few patients stand behind it. */
export interface ReleasedRatio {
  readonly ratio: ReleasedValue;
  readonly lower: ReleasedValue;
  readonly upper: ReleasedValue;
  readonly pValue: ReleasedValue;
}

/** A line of a forest plot as it may leave. */
export interface ReleasedModelRow {
  readonly term: TermId;
  readonly kind: ModelTerm['kind'];
  readonly level: string | null;
  readonly isReference: boolean;
  /** Both ends of what a ratio compares; an end is `null` where there is none. */
  readonly from: ReleasedValue;
  readonly to: ReleasedValue;
  /** Of a level alone: all of the model stand behind the others. */
  readonly patients: ProtectedCount | null;
  readonly events: ProtectedCount | null;
  readonly univariable: ReleasedRatio | null;
  readonly multivariable: ReleasedRatio | null;
}

/** A regression as it may leave. */
export interface ReleasedModel {
  readonly patients: ProtectedCount;
  readonly events: ProtectedCount;
  readonly rows: readonly ReleasedModelRow[];
}

/** A ratio as it is printed. */
interface RatioNumbers {
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly pValue: number | null;
}

/** The numbers of a released regression, plain: what its manifest keeps and what a replay compares. */
export interface ModelNumbers {
  readonly patients: number | null;
  readonly events: number | null;
  readonly rows: readonly {
    /** The term, and of a level the level: `age`, `sex=M`. */
    readonly level: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly patients: number | null;
    readonly events: number | null;
    readonly univariable: RatioNumbers | null;
    readonly multivariable: RatioNumbers | null;
  }[];
}

/** The plain numbers of a released regression; `null` for what is not told. */
export const modelNumbers = (value: Released<ReleasedModel>): Released<ModelNumbers> =>
  fromReleased(value, ({ patients, events, rows }) => ({
    patients: plainCount(patients),
    events: plainCount(events),
    rows: rows.map((row) => ({
      level: row.level === null ? row.term : `${row.term}=${row.level}`,
      from: row.from.value,
      to: row.to.value,
      patients: plainCount(row.patients),
      events: plainCount(row.events),
      univariable: plainRatio(row.univariable),
      multivariable: plainRatio(row.multivariable),
    })),
  }));

const plainCount = (count: ProtectedCount | null): number | null =>
  count?.kind === 'rounded' ? count.value : null;

const plainRatio = (told: ReleasedRatio | null): RatioNumbers | null =>
  told === null
    ? null
    : {
        ratio: told.ratio.value,
        lower: told.lower.value,
        upper: told.upper.value,
        pValue: told.pValue.value,
      };

/**
 * A regression through disclosure control.
 *
 * A ratio of a level is told where level and reference each have as many patients with the event, and without it, as the
 * threshold; others where the whole model has. The counts of the levels are released together, beside what they add up to.
 * A response that is reached on the way is told without counts: who is counted twice cannot be protected by sums.
 *
 * @returns `null` where fewer than the threshold have the event, or have it not
 */
export function releasedModel(
  { patients, events, terms }: FittedModel,
  policy: DisclosurePolicy,
): Released<ReleasedModel> | null {
  if (Math.min(events, patients - events) < policy.threshold) return null;
  const sheet = new CountSheet();
  // What a number is compared at are quartiles.
  const all = sheet.addSplit(patients, events, { whole: isEnough(patients, 4 * policy.threshold) });
  const places = new Map<ModelRow, SplitPlaces>();
  for (const { term, kind, rows } of terms) {
    if (kind !== 'category' || term === 'reached') continue;
    const isMerged = rows.some(({ level }) => level === mergedLevel);
    const levels = rows.map((row) => {
      const whole = { lower: isMerged ? leastOf(row) : 0, upper: Number.POSITIVE_INFINITY };
      const behind = {
        part: isEnough(row.events, policy.threshold),
        rest: isEnough(row.patients - row.events, policy.threshold),
      };
      return [row, sheet.addSplit(row.patients, row.events, { whole, ...behind })] as const;
    });
    for (const [row, split] of levels) places.set(row, split);
    sheet.sumSplits(
      all,
      levels.map(([, split]) => split),
    );
  }
  const told = sheet.release(policy);
  const rows = terms.flatMap(({ term, kind, rows: lines }) => {
    const reference = lines.find(({ isReference }) => isReference);
    return lines.map((row): ReleasedModelRow => {
      const at = places.get(row);
      const behind = Math.min(...[row, reference ?? row].map(behindOf));
      return {
        term,
        kind,
        level: row.level,
        isReference: row.isReference,
        from: releaseQuantile(row.compared?.from ?? null, 0.25, patients, policy),
        to:
          row.compared?.from == null
            ? releaseMoment(row.compared?.to ?? null, patients, policy)
            : releaseQuantile(row.compared.to, 0.75, patients, policy),
        patients: at === undefined ? null : told(at.whole),
        events: at === undefined ? null : told(at.part),
        univariable: releasedRatio(row.univariable, behind, policy),
        multivariable: releasedRatio(row.multivariable, behind, policy),
      };
    });
  });
  return assembled<ReleasedModel>({ patients: told(all.whole), events: told(all.part), rows });
}

/** Where small levels are taken together, they are two at least, and what stands alone is none of them. */
const leastOf = ({ level, isReference }: ModelRow): number =>
  level === mergedLevel ? 2 : isReference ? 0 : smallLevel;

/** What it says of a count that something is told where it is large enough, and not where it is not. */
const isEnough = (patients: number, least: number): Bounds =>
  patients >= least ? { lower: least, upper: Number.POSITIVE_INFINITY } : { lower: 0, upper: least - 1 };

const behindOf = ({ patients, events }: ModelRow): number => Math.min(events, patients - events);

function releasedRatio(
  estimate: RatioEstimate | null,
  behind: number,
  policy: DisclosurePolicy,
): ReleasedRatio | null {
  if (estimate === null) return null;
  const value = (number: number | null, digits?: number) =>
    releaseMoment(estimate.reason === null ? number : null, behind, policy, digits);
  return {
    ratio: value(estimate.ratio),
    lower: value(estimate.lower),
    upper: value(estimate.upper),
    pValue: value(estimate.pValue, 2),
  };
}
