import type { PromInstrument } from './extract-tables';

/** A scale of a questionnaire: what its scores run over, which end is well-being, and what change patients notice. */
export interface QuestionnaireScale {
  readonly instrument: PromInstrument;
  /** As the extract names it. */
  readonly scale: string;
  readonly range: readonly [number, number];
  readonly better: 'higher' | 'lower';
  /** A published minimal important difference, in points; `null`: none at hand. */
  readonly important: { readonly points: number; readonly source: string } | null;
}

/** Changes of 5 to 10 points were "a little", 10 to 20 "moderate"; the larger limit is the one in common use. */
const osoba = { points: 10, source: 'Osoba et al. 1998, doi:10.1200/JCO.1998.16.1.139 (unverified)' };
/** Lower ends of the ranges found in cancer: 7 to 12 points of the visual scale, 0.06 to 0.08 of the utility. */
const pickard = (points: number) => ({
  points,
  source: 'Pickard et al. 2007, doi:10.1186/1477-7525-5-70 (unverified)',
});

const percent = [0, 100] as const;

/** The scales that have words and limits, by the name of the address. */
export const questionnaireScales = {
  global_health: {
    instrument: 'QLQ-C30',
    scale: 'global_health',
    range: percent,
    better: 'higher',
    important: osoba,
  },
  physical_functioning: {
    instrument: 'QLQ-C30',
    scale: 'physical_functioning',
    range: percent,
    better: 'higher',
    important: osoba,
  },
  fatigue: { instrument: 'QLQ-C30', scale: 'fatigue', range: percent, better: 'lower', important: osoba },
  pain: { instrument: 'QLQ-C30', scale: 'pain', range: percent, better: 'lower', important: osoba },
  symptom_burden: {
    instrument: 'QLQ-CML24',
    scale: 'symptom_burden',
    range: percent,
    better: 'lower',
    important: null,
  },
  daily_life: {
    instrument: 'QLQ-CML24',
    scale: 'daily_life',
    range: percent,
    better: 'lower',
    important: null,
  },
  worry_mood: {
    instrument: 'QLQ-CML24',
    scale: 'worry_mood',
    range: percent,
    better: 'lower',
    important: null,
  },
  body_image: {
    instrument: 'QLQ-CML24',
    scale: 'body_image',
    range: percent,
    better: 'lower',
    important: null,
  },
  satisfaction_care: {
    instrument: 'QLQ-CML24',
    scale: 'satisfaction_care',
    range: percent,
    better: 'higher',
    important: null,
  },
  social_life: {
    instrument: 'QLQ-CML24',
    scale: 'social_life',
    range: percent,
    better: 'higher',
    important: null,
  },
  fact_leu: {
    instrument: 'FACT-Leu',
    scale: 'total',
    range: [0, 176],
    better: 'higher',
    important: null,
  },
  eq_vas: { instrument: 'EQ-5D-5L', scale: 'vas', range: percent, better: 'higher', important: pickard(7) },
  eq_utility: {
    instrument: 'EQ-5D-5L',
    scale: 'utility',
    range: [0, 1],
    better: 'higher',
    important: pickard(0.06),
  },
} as const satisfies Readonly<Record<string, QuestionnaireScale>>;

export type QuestionnaireScaleId = keyof typeof questionnaireScales;
export const questionnaireScaleIds = Object.keys(questionnaireScales) as readonly QuestionnaireScaleId[];

/** Years since the first TKI that are looked at, 0 the start, and how far from it an answer may be given, in days. */
export const questionnaireYears = 10;
export const questionnaireWindowDays = 182;
