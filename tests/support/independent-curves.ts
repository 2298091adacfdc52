import type { RawExtract } from './raw-extract';

/*
 * The two figures computed a second time, from the raw rows, slowly and in the plainest way, by code that shares
 * nothing with src: what the screens must show.
 */

const tki = [
  'imatinib',
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'ponatinib',
  'asciminib',
  'imatinib+interferon',
  'second_generation+interferon',
];
const atypical = ['e1a2', 'e19a2', 'other'];
const month = 365.25 / 12;

type Sample = RawExtract['molecular'][number];

/** The value of a sample or, undetected, what 3 copies would have read; `null` when it says nothing. */
function ceilingOf(sample: Sample): number | null {
  if (!sample.on_international_scale || sample.validation === 'rejected') return null;
  const value = sample.bcr_abl1_is_pct ?? 0;
  if (sample.detected) return value > 0 ? value : null;
  const copies = sample.control_copies ?? 0;
  return copies > 0 ? (3 / copies) * (sample.conversion_factor ?? 1) * 100 : null;
}

/** Planned visits and the ends of their windows, written out. */
const windows: readonly (readonly [visit: number, from: number, to: number])[] = [
  [0, -3, 0.25],
  [3, 1.5, 4.5],
  [6, 4.5, 7.5],
  [9, 7.5, 10.5],
  [12, 10.5, 13.5],
  [15, 13.5, 16.5],
  [18, 16.5, 21],
  [24, 21, 27],
  [30, 27, 33],
  [36, 33, 39],
  [42, 39, 45],
  [48, 45, 51],
  [54, 51, 57],
  [60, 57, 66],
  [72, 66, 78],
  [84, 78, 90],
  [96, 90, 102],
  [108, 102, 114],
  [120, 114, 126],
];

/** A level in percent; `below` when the quantile lies under it and no nearer known. */
export interface Level {
  readonly below: boolean;
  readonly percent: number;
}

export interface VisitSummary {
  readonly month: number;
  readonly patients: number;
  readonly undetected: number;
  readonly quartiles: readonly Level[];
  /** 95 % limits of the median. */
  readonly medianLimits: readonly [lower: Level, upper: Level];
}

export type Origin = 'first_tki' | 'second_tki' | 'third_tki' | 'fourth_tki' | 'diagnosis' | 'first_stop';

/** The day from which each patient counts. */
function originDays(raw: RawExtract, origin: Origin): ReadonlyMap<string, number> {
  if (origin === 'diagnosis') return new Map(raw.patient.map((row) => [row.patient_id, 0]));
  if (origin === 'first_stop') {
    const first = raw.treatment_free_attempt.filter((row) => row.attempt_number === 1);
    return new Map(first.map((row) => [row.patient_id, row.stop_day]));
  }
  const place = ['first_tki', 'second_tki', 'third_tki', 'fourth_tki'].indexOf(origin);
  const lines = new Map<string, RawExtract['treatment_line'][number][]>();
  for (const line of raw.treatment_line) {
    if (tki.includes(line.drug)) lines.set(line.patient_id, [...(lines.get(line.patient_id) ?? []), line]);
  }
  return new Map(
    [...lines].flatMap(([id, of]) => {
      const sorted = of.sort((a, b) => a.start_day - b.start_day || a.line_number - b.line_number);
      const line = sorted[place];
      return line === undefined ? [] : [[id, line.start_day] as const];
    }),
  );
}

/** Every sample of each member that says something, from three months before the origin on: month, ceiling, detected. */
export function independentTrajectories(
  raw: RawExtract,
  members: ReadonlySet<string>,
  origin: Origin,
): readonly (readonly (readonly [month: number, percent: number, detected: boolean])[])[] {
  const start = originDays(raw, origin);
  const of = new Map([...members].map((id) => [id, [] as [number, number, boolean][]]));
  for (const sample of raw.molecular) {
    const [ceiling, from] = [ceilingOf(sample), start.get(sample.patient_id)];
    if (ceiling === null || from === undefined || sample.day - from < -3 * month) continue;
    of.get(sample.patient_id)?.push([(sample.day - from) / month, ceiling, sample.detected]);
  }
  return [...of.values()];
}

export function independentVisits(
  raw: RawExtract,
  members: ReadonlySet<string>,
  origin: Origin = 'first_tki',
): readonly VisitSummary[] {
  const start = originDays(raw, origin);
  const offScale = new Set(
    raw.diagnosis.filter((row) => atypical.includes(row.transcript ?? '')).map((row) => row.patient_id),
  );
  const samples = raw.molecular.flatMap((sample) => {
    const ceiling = ceilingOf(sample);
    const wanted =
      members.has(sample.patient_id) && start.has(sample.patient_id) && !offScale.has(sample.patient_id);
    return ceiling === null || !wanted ? [] : [{ ...sample, ceiling }];
  });
  return windows.flatMap(([visit, from, to]) => {
    const inWindow = new Map<string, { rank: readonly number[]; value: number; detected: boolean }[]>();
    for (const sample of samples) {
      const months = (sample.day - (start.get(sample.patient_id) ?? 0)) / month;
      if (months < from || months >= to) continue;
      // The nearest; then the earlier; then what was detected; then the highest.
      const rank = [Math.abs(months - visit), months, sample.detected ? 0 : 1, -sample.ceiling];
      const value = Math.round(1000 * Math.log10(sample.ceiling));
      const held = inWindow.get(sample.patient_id) ?? [];
      inWindow.set(sample.patient_id, [...held, { rank, value, detected: sample.detected }]);
    }
    const kept = [...inWindow.values()].map(
      (all) => all.sort((a, b) => a.rank.map((x, k) => x - (b.rank[k] ?? 0)).find((d) => d !== 0) ?? 0)[0],
    ) as { value: number; detected: boolean }[];
    if (kept.length === 0) return [];
    const quantiles = [0.25, 0.5, 0.75].map((p) => censoredQuantile(kept, p));
    return {
      month: visit,
      patients: kept.length,
      undetected: kept.filter(({ detected }) => !detected).length,
      quartiles: quantiles.map(({ at }) => at),
      medianLimits: [quantiles[1]?.lower as Level, quantiles[1]?.upper as Level],
    };
  });
}

/**
 * A quantile of thousandths of log10, some of them known only to lie below: the share at or below each value is a
 * product from the highest value down, as in the product limit read from right to left.
 */
function censoredQuantile(rows: readonly { value: number; detected: boolean }[], p: number) {
  const ends = [...new Set(rows.map(({ value }) => value))].sort((a, b) => b - a);
  let share = 1;
  let greenwood = 0;
  const steps = ends.map((value) => {
    const here = rows.filter((row) => row.value <= value).length;
    const events = rows.filter((row) => row.value === value && row.detected).length;
    share *= 1 - events / here;
    greenwood += events / (here * (here - events));
    const spread = Math.exp(1.959963984540054 * Math.sqrt(greenwood));
    // `share` lies strictly below `value`.
    return { value, share, low: share / spread, high: Math.min(1, share * spread) };
  });
  const reached = (of: (step: (typeof steps)[number]) => number): number | null => {
    const first = steps.find((step) => of(step) <= p + 1e-9);
    if (first === undefined) return null;
    if (Math.abs(of(first) - p) > 1e-9) return first.value;
    const next = steps.find((step) => of(step) < p - 1e-9) ?? steps.at(-1);
    return (first.value + (next?.value ?? first.value)) / 2;
  };
  const percent = (value: number) => Number((10 ** (value / 1000)).toPrecision(3));
  const sorted = rows.map(({ value }) => value).sort((a, b) => a - b);
  const standing = sorted[Math.ceil(p * rows.length - 1e-9) - 1] ?? Number.NaN;
  const least = Math.min(standing, ...rows.filter(({ detected }) => detected).map(({ value }) => value));
  const seen = rows.filter(({ detected }) => detected).map(({ value }) => value);
  const most = seen.length > 0 ? Math.min(...seen) : Math.max(...rows.map(({ value }) => value));
  const level = (value: number | null, otherwise = least): Level => ({
    below: value === null,
    percent: percent(value ?? otherwise),
  });
  return {
    at: level(reached((step) => step.share)),
    lower: level(reached(({ high }) => high)),
    upper: level(
      reached(({ low }) => low),
      most,
    ),
  };
}

export interface FollowUp {
  readonly patient: string;
  readonly days: number;
  readonly event: boolean;
}

/** What a sample says of MMR: undetected counts when 3 copies of the transcript would read at most 0.1 %. */
const tellsMmr = (sample: Sample) =>
  sample.on_international_scale &&
  sample.validation !== 'rejected' &&
  (sample.detected
    ? (sample.bcr_abl1_is_pct ?? 0) > 0
    : (sample.control_copies ?? 0) >= 3000 * (sample.conversion_factor ?? 1));

/**
 * First stop of each member: days to the first sample above 0.1 %, or to the last sample before treatment began
 * again, by the restart, by the next TKI line or by the next attempt.
 */
export function independentFollowUp(raw: RawExtract, members: ReadonlySet<string>): readonly FollowUp[] {
  return raw.treatment_free_attempt.flatMap((attempt) => {
    if (attempt.attempt_number !== 1 || !members.has(attempt.patient_id)) return [];
    const ends = [
      attempt.restart_day,
      ...raw.treatment_line
        .filter((line) => line.patient_id === attempt.patient_id && tki.includes(line.drug))
        .map((line) => line.start_day)
        .filter((day) => day > attempt.stop_day),
      ...raw.treatment_free_attempt
        .filter((other) => other.patient_id === attempt.patient_id && other.attempt_number > 1)
        .map((other) => other.stop_day),
    ].filter((day) => day !== null);
    const until = Math.min(...ends, Number.POSITIVE_INFINITY);
    const after = raw.molecular.filter(
      (sample) =>
        sample.patient_id === attempt.patient_id &&
        tellsMmr(sample) &&
        sample.day > attempt.stop_day &&
        sample.day <= until,
    );
    if (after.length === 0) return [];
    const lost = after
      .filter((sample) => sample.detected && (sample.bcr_abl1_is_pct ?? 0) > 0.1)
      .map(({ day }) => day);
    const end = lost.length > 0 ? Math.min(...lost) : Math.max(...after.map(({ day }) => day));
    return { patient: attempt.patient_id, days: end - attempt.stop_day, event: lost.length > 0 };
  });
}

export interface Step {
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Product limit with Greenwood's variance and the interval on the log scale, one row per day somebody leaves. */
export function independentKaplanMeier(rows: readonly FollowUp[]): readonly Step[] {
  const days = [...new Set(rows.map((row) => row.days))].sort((a, b) => a - b);
  let survival = 1;
  let greenwood = 0;
  let limits: { lower: number | null; upper: number | null } = { lower: 1, upper: 1 };
  return days.map((day) => {
    const atRisk = rows.filter((row) => row.days >= day).length;
    const events = rows.filter((row) => row.days === day && row.event).length;
    const censored = rows.filter((row) => row.days === day && !row.event).length;
    if (events > 0) {
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      const spread = Math.exp(1.959963984540054 * Math.sqrt(greenwood));
      limits =
        survival === 0
          ? { lower: null, upper: null }
          : { lower: survival / spread, upper: Math.min(1, survival * spread) };
    }
    return { days: day, atRisk, events, censored, survival, ...limits };
  });
}

/** ELTS group by the published formula; `null` when an input is missing. */
export function independentElts(raw: RawExtract): ReadonlyMap<string, string | null> {
  const age = new Map(raw.patient.map((row) => [row.patient_id, row.age_at_diagnosis_years]));
  return new Map(
    raw.diagnosis.map((row) => {
      const { spleen_cm: spleen, platelets_g_l: platelets, blasts_pct: blasts } = row;
      const years = age.get(row.patient_id);
      if (spleen === null || !platelets || blasts === null || years === undefined)
        return [row.patient_id, null];
      const score =
        0.0025 * (years / 10) ** 3 + 0.0615 * spleen + 0.1052 * blasts + 0.4104 * (platelets / 1000) ** -0.5;
      return [row.patient_id, score > 2.2185 ? 'high' : score > 1.568 ? 'intermediate' : 'low'];
    }),
  );
}
