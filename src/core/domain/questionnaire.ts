import type { PromInstrument } from './extract-tables';

/** A scale of a questionnaire: what its scores run over, which end is well-being, and what change patients notice. */
export interface QuestionnaireScale {
  readonly instrument: PromInstrument;
  /** As the extract names it. */
  readonly scale: string;
  readonly range: readonly [number, number];
  readonly better: 'higher' | 'lower';
  /** A published minimal important difference, in points; `null`: none at hand. */
  readonly important: ImportantDifference | null;
}

/** A difference and the paper whose abstract gives it. */
export interface ImportantDifference {
  readonly points: number;
  readonly source: string;
  /**
   * What keeps the source from saying it of this very scale. `carried_over`: it was asked of other scales of the questionnaire;
   * `value_set`: it is of another country's utilities; `null`: nothing.
   */
  readonly reserve: 'carried_over' | 'value_set' | null;
}

const osobaSource = 'Osoba et al., J Clin Oncol 1998, doi:10.1200/JCO.1998.16.1.139';
/**
 * Patients who noticed "a little" change had moved by about 5 to 10 points, "moderate" by 10 to 20: 10 is where the two meet.
 * They were asked of physical, emotional and social functioning and of global quality of life.
 */
const osoba = { points: 10, source: osobaSource, reserve: null } as const;
const osobaElsewhere = { points: 10, source: osobaSource, reserve: 'carried_over' } as const;

/**
 * Lower ends of the ranges in 534 patients with cancer: 7 to 12 points of the visual scale; 0.06 to 0.09 of the utility with
 * the values of the United States, 0.08 being named for those of the United Kingdom. On the EQ-5D-5L itself Bourke et al. (2024,
 * doi:10.1186/s12955-024-02294-3) find less: 5 points, and 0.03 with Australian values.
 */
const pickardSource = 'Pickard et al., Health Qual Life Outcomes 2007, doi:10.1186/1477-7525-5-70';
const pickardVas = { points: 7, source: pickardSource, reserve: null } as const;
const pickardUtility = { points: 0.06, source: pickardSource, reserve: 'value_set' } as const;

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
  fatigue: {
    instrument: 'QLQ-C30',
    scale: 'fatigue',
    range: percent,
    better: 'lower',
    important: osobaElsewhere,
  },
  pain: { instrument: 'QLQ-C30', scale: 'pain', range: percent, better: 'lower', important: osobaElsewhere },
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
  eq_vas: { instrument: 'EQ-5D-5L', scale: 'vas', range: percent, better: 'higher', important: pickardVas },
  eq_utility: {
    instrument: 'EQ-5D-5L',
    scale: 'utility',
    range: [0, 1],
    better: 'higher',
    important: pickardUtility,
  },
} as const satisfies Readonly<Record<string, QuestionnaireScale>>;

export type QuestionnaireScaleId = keyof typeof questionnaireScales;
export const questionnaireScaleIds = Object.keys(questionnaireScales) as readonly QuestionnaireScaleId[];

/** Years since the first TKI that are looked at, 0 the start, and how far from it an answer may be given, in days. */
export const questionnaireYears = 10;
export const questionnaireWindowDays = 182;
