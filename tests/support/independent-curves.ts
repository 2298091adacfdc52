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

const isRead = (sample: Sample) =>
  sample.on_international_scale &&
  sample.validation !== 'rejected' &&
  (sample.detected
    ? (sample.bcr_abl1_is_pct ?? 0) > 0
    : (sample.control_gene === 'ABL1' && (sample.control_copies ?? 0) >= 10_000) ||
      (sample.control_gene === 'GUSB' && (sample.control_copies ?? 0) >= 24_000));

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

export interface VisitSummary {
  readonly month: number;
  readonly patients: number;
  readonly undetected: number;
  /** In percent; `null` is undetected. */
  readonly quartiles: readonly (number | null)[];
}

export function independentVisits(raw: RawExtract, members: ReadonlySet<string>): readonly VisitSummary[] {
  const start = new Map<string, number>();
  for (const line of raw.treatment_line) {
    if (!tki.includes(line.drug)) continue;
    start.set(
      line.patient_id,
      Math.min(start.get(line.patient_id) ?? Number.POSITIVE_INFINITY, line.start_day),
    );
  }
  const offScale = new Set(
    raw.diagnosis.filter((row) => atypical.includes(row.transcript ?? '')).map((row) => row.patient_id),
  );
  const samples = raw.molecular.filter(
    (sample) =>
      isRead(sample) &&
      members.has(sample.patient_id) &&
      start.has(sample.patient_id) &&
      !offScale.has(sample.patient_id),
  );
  return windows.flatMap(([visit, from, to]) => {
    const best = new Map<string, { distance: number; months: number; value: number }>();
    for (const sample of samples) {
      const months = (sample.day - (start.get(sample.patient_id) ?? 0)) / month;
      if (months < from || months >= to) continue;
      const value = sample.detected
        ? Math.log10(sample.bcr_abl1_is_pct ?? Number.NaN)
        : Number.NEGATIVE_INFINITY;
      const candidate = { distance: Math.abs(months - visit), months, value };
      const held = best.get(sample.patient_id);
      const nearer =
        held === undefined ||
        candidate.distance < held.distance ||
        (candidate.distance === held.distance && candidate.months < held.months) ||
        (candidate.distance === held.distance &&
          candidate.months === held.months &&
          candidate.value > held.value);
      if (nearer) best.set(sample.patient_id, candidate);
    }
    const values = [...best.values()].map(({ value }) => value).sort((a, b) => a - b);
    if (values.length === 0) return [];
    return {
      month: visit,
      patients: values.length,
      undetected: values.filter((value) => value === Number.NEGATIVE_INFINITY).length,
      quartiles: [0.25, 0.5, 0.75].map((p) => typeSeven(values, p)),
    };
  });
}

function typeSeven(sorted: readonly number[], p: number): number | null {
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  if (low === Number.NEGATIVE_INFINITY) return null;
  return 10 ** (low + (at - Math.floor(at)) * (high - low));
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
