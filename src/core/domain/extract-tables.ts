// Generated from data-contracts/ by `npm run contract`; change the YAML, not this file.

/** The tables of the extract, in the order of the contract. */
export const extractTableNames = [
  'centre',
  'patient',
  'diagnosis',
  'treatment_line',
  'dose_change',
  'molecular',
  'mutation',
  'cytogenetics',
  'phase_event',
  'adverse_event',
  'prom',
  'treatment_free_attempt',
] as const;
export type ExtractTableName = (typeof extractTableNames)[number];

/** Codes of centre.centre_type. */
export const centreTypes = ['university', 'general', 'cancer_centre', 'private'] as const;
export type CentreType = (typeof centreTypes)[number];

/** Codes of patient.sex. */
export const sexes = ['F', 'M'] as const;
export type Sex = (typeof sexes)[number];

/** Codes of patient.consent. */
export const consents = ['granted'] as const;
export type Consent = (typeof consents)[number];

/** Codes of patient.vital_status. */
export const vitalStatuses = ['alive', 'dead'] as const;
export type VitalStatus = (typeof vitalStatuses)[number];

/** Codes of patient.death_cause. */
export const deathCauses = [
  'cml',
  'second_cancer',
  'cardiovascular',
  'infection',
  'other',
  'unknown',
] as const;
export type DeathCause = (typeof deathCauses)[number];

/** Codes of diagnosis.phase. */
export const phases = ['CP', 'AP', 'BP'] as const;
export type Phase = (typeof phases)[number];

/** Codes of diagnosis.phase_classification. */
export const phaseClassifications = ['ELN', 'WHO2016', 'WHO2022', 'ICC2022'] as const;
export type PhaseClassification = (typeof phaseClassifications)[number];

/** Codes of diagnosis.transcript. */
export const transcripts = ['e13a2', 'e14a2', 'e13a2+e14a2', 'e1a2', 'e19a2', 'other'] as const;
export type Transcript = (typeof transcripts)[number];

/** Codes of treatment_line.drug. */
export const drugs = [
  'imatinib',
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'ponatinib',
  'asciminib',
  'interferon',
  'imatinib+interferon',
  'second_generation+interferon',
  'hydroxycarbamide',
  'allogeneic_transplant',
  'other',
] as const;
export type Drug = (typeof drugs)[number];

/** Codes of treatment_line.stop_reason. */
export const lineStopReasons = [
  'resistance',
  'intolerance',
  'treatment_free_remission',
  'progression',
  'pregnancy',
  'patient_choice',
  'availability',
  'death',
  'other',
  'unknown',
] as const;
export type LineStopReason = (typeof lineStopReasons)[number];

/** Codes of molecular.control_gene. */
export const controlGenes = ['ABL1', 'GUSB', 'BCR'] as const;
export type ControlGene = (typeof controlGenes)[number];

/** Codes of molecular.method. */
export const molecularMethods = ['RT-qPCR', 'dPCR', 'cartridge'] as const;
export type MolecularMethod = (typeof molecularMethods)[number];

/** Codes of molecular.specimen. */
export const specimens = ['blood', 'marrow'] as const;
export type Specimen = (typeof specimens)[number];

/** Codes of molecular.validation. */
export const sampleValidations = ['validated', 'pending', 'rejected'] as const;
export type SampleValidation = (typeof sampleValidations)[number];

/** Codes of phase_event.event. */
export const phaseEventKinds = ['AP', 'BP', 'loss_of_chr'] as const;
export type PhaseEventKind = (typeof phaseEventKinds)[number];

/** Codes of adverse_event.action. */
export const adverseEventActions = ['none', 'dose_reduced', 'interrupted', 'stopped'] as const;
export type AdverseEventAction = (typeof adverseEventActions)[number];

/** Codes of prom.instrument. */
export const promInstruments = ['QLQ-C30', 'QLQ-CML24', 'FACT-Leu', 'EQ-5D-5L'] as const;
export type PromInstrument = (typeof promInstruments)[number];

/** Codes of treatment_free_attempt.restart_reason. */
export const restartReasons = ['loss_of_mmr', 'withdrawal_syndrome', 'patient_choice', 'other'] as const;
export type RestartReason = (typeof restartReasons)[number];

/** The hospitals that record patients, under pseudonyms. Grain: one row per centre. */
export interface CentreRow {
  /** Pseudonym of the centre. */
  readonly centre_id: string;
  /** Kind of hospital. */
  readonly centre_type: CentreType;
  /** Calendar year in which the centre included its first patient. Unit: a. */
  readonly first_inclusion_year: number | null;
}

/** Who the patient is and how long the registry has followed them. A patient who withdrew consent is not in an extract. Grain: one row per patient. */
export interface PatientRow {
  /** Pseudonym of the patient, valid for this extract. */
  readonly patient_id: string;
  /** Centre that follows the patient. */
  readonly centre_id: string;
  /** Sex recorded by the centre. */
  readonly sex: Sex;
  /** Age in completed years on the day of diagnosis. Unit: a. */
  readonly age_at_diagnosis_years: number;
  /** Calendar year of diagnosis. Unit: a. */
  readonly diagnosis_year: number;
  /** Day of entry in the registry, counted from diagnosis. Above 0 the patient had to survive to that day to be seen (left truncation). Unit: d. */
  readonly inclusion_day: number;
  /** State of the consent; only granted consents are extracted. */
  readonly consent: Consent;
  /** Alive or dead on the day of last contact. */
  readonly vital_status: VitalStatus;
  /** Day of last news or of death, counted from diagnosis. Unit: d. */
  readonly last_contact_day: number;
  /** Cause of death; null for the living. */
  readonly death_cause: DeathCause | null;
}

/** Disease at diagnosis, before any treatment. Grain: one row per patient. */
export interface DiagnosisRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Phase of the disease at diagnosis. */
  readonly phase: Phase;
  /** Classification by which the phase was called. */
  readonly phase_classification: PhaseClassification;
  /** BCR::ABL1 transcript. The International Scale holds for e13a2 and e14a2 only. */
  readonly transcript: Transcript | null;
  /** Spleen below the costal margin by palpation; 0 means not palpable. Unit: cm. */
  readonly spleen_cm: number | null;
  /** Platelets. Unit: 10*9/L. */
  readonly platelets_g_l: number | null;
  /** Leukocytes. Unit: 10*9/L. */
  readonly leukocytes_g_l: number | null;
  /** Haemoglobin. Unit: g/L. */
  readonly haemoglobin_g_l: number | null;
  /** Blasts in the peripheral blood differential. Unit: %. */
  readonly blasts_pct: number | null;
  /** Eosinophils in the peripheral blood differential. Unit: %. */
  readonly eosinophils_pct: number | null;
  /** Basophils in the peripheral blood differential. Unit: %. */
  readonly basophils_pct: number | null;
  /** High-risk additional chromosomal abnormality at diagnosis. */
  readonly high_risk_aca: boolean | null;
  /** Charlson comorbidity index, age not counted. Unit: {score}. */
  readonly charlson_index: number | null;
}

/** Lines of treatment in the order given. A treatment resumed after a treatment-free attempt is a new line. Grain: one row per patient and line of treatment. */
export interface TreatmentLineRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Rank of the line, from 1. Unit: {rank}. */
  readonly line_number: number;
  /** Drug or procedure. */
  readonly drug: Drug;
  /** First day of the line, counted from diagnosis. Unit: d. */
  readonly start_day: number;
  /** Last day of the line; null while the treatment goes on. Unit: d. */
  readonly stop_day: number | null;
  /** Calendar year of the first day. Unit: a. */
  readonly start_year: number;
  /** Daily dose prescribed at the start of the line. Unit: mg/d. */
  readonly daily_dose_mg: number | null;
  /** A generic was dispensed at the start of the line. */
  readonly generic: boolean | null;
  /** Main reason for the end of the line; null while it goes on. */
  readonly stop_reason: LineStopReason | null;
}

/** Changes of dose and interruptions within a line. Grain: one row per patient, line and day of change. */
export interface DoseChangeRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Line within which the dose changes. Unit: {rank}. */
  readonly line_number: number;
  /** Day of the change, counted from diagnosis. Unit: d. */
  readonly day: number;
  /** Daily dose from that day on; 0 is an interruption. Unit: mg/d. */
  readonly daily_dose_mg: number;
  /** Reason for the change, as a short code. */
  readonly reason: string | null;
}

/** BCR::ABL1 transcript samples. Response depth is derived from the value and the control-gene copies, never stored. Grain: one row per patient, day, specimen and control gene. */
export interface MolecularRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Day of sampling, counted from diagnosis. Unit: d. */
  readonly day: number;
  /** BCR::ABL1 over control gene, in percent of the International Scale; null when undetected or not evaluable. Not on that scale when on_international_scale is false. Unit: %{IS}. */
  readonly bcr_abl1_is_pct: number | null;
  /** BCR::ABL1 was detected. */
  readonly detected: boolean;
  /** Control gene of the ratio. */
  readonly control_gene: ControlGene;
  /** Copies of the control gene: the sensitivity of the sample. Unit: {copies}. */
  readonly control_copies: number | null;
  /** Copies of BCR::ABL1; 0 when undetected. Unit: {copies}. */
  readonly bcr_abl1_copies: number | null;
  /** Factor that brings the laboratory to the International Scale. Unit: 1. */
  readonly conversion_factor: number | null;
  /** The value is on the International Scale. */
  readonly on_international_scale: boolean;
  /** Quantification method. */
  readonly method: MolecularMethod;
  /** Pseudonym of the laboratory. */
  readonly laboratory_id: string | null;
  /** Blood or marrow. */
  readonly specimen: Specimen;
  /** Verdict of the central biology check. */
  readonly validation: SampleValidation;
}

/** ABL1 kinase-domain mutations found. Grain: one row per patient, day and variant. */
export interface MutationRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Day of sampling, counted from diagnosis. Unit: d. */
  readonly day: number;
  /** Amino-acid change, as T315I. */
  readonly variant: string;
  /** Share of the mutated allele. Unit: %. */
  readonly variant_allele_pct: number | null;
  /** Sequencing method. */
  readonly method: string | null;
}

/** Karyotypes. Grain: one row per patient and karyotype day. */
export interface CytogeneticsRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Day of sampling, counted from diagnosis. Unit: d. */
  readonly day: number;
  /** Metaphases with the Philadelphia chromosome. Unit: {metaphases}. */
  readonly ph_positive_metaphases: number | null;
  /** Metaphases read. Unit: {metaphases}. */
  readonly metaphases: number | null;
  /** High-risk additional chromosomal abnormality. */
  readonly high_risk_aca: boolean | null;
}

/** Progressions and losses of haematological response. Grain: one row per patient, day and event. */
export interface PhaseEventRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Day of the event, counted from diagnosis. Unit: d. */
  readonly day: number;
  /** Change to accelerated or blast phase, or loss of complete haematological response. */
  readonly event: PhaseEventKind;
}

/** Adverse events of treatment, in CTCAE version 5 terms and grades. Grain: one row per patient, onset day and term. */
export interface AdverseEventRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Line of treatment at onset. Unit: {rank}. */
  readonly line_number: number | null;
  /** First day of the event, counted from diagnosis. Unit: d. */
  readonly onset_day: number;
  /** Day of resolution; null when it persists or is not known. Unit: d. */
  readonly resolved_day: number | null;
  /** CTCAE version 5 term, in English. */
  readonly term: string;
  /** CTCAE grade, 1 to 5. Unit: {grade}. */
  readonly grade: number;
  /** Judged related to the treatment by the centre. */
  readonly related: boolean | null;
  /** What was done with the treatment. */
  readonly action: AdverseEventAction | null;
}

/** Scores of questionnaires filled in by patients. Grain: one row per patient, day, instrument and scale. */
export interface PromRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Day of the answers, counted from diagnosis. Unit: d. */
  readonly day: number;
  /** Questionnaire. */
  readonly instrument: PromInstrument;
  /** Scale of the questionnaire. */
  readonly scale: string;
  /** Score, in the scale's own direction and range. Unit: {score}. */
  readonly score: number;
}

/** Stops of treatment in deep response. Recurrence is derived from the molecular samples, never read here. Grain: one row per patient and attempt. */
export interface TreatmentFreeAttemptRow {
  /** Pseudonym of the patient. */
  readonly patient_id: string;
  /** Rank of the attempt, from 1. Unit: {rank}. */
  readonly attempt_number: number;
  /** Last day of treatment before the attempt, counted from diagnosis. Unit: d. */
  readonly stop_day: number;
  /** First day of treatment resumed; null while treatment-free. Unit: d. */
  readonly restart_day: number | null;
  /** Why treatment was resumed; null while treatment-free. */
  readonly restart_reason: RestartReason | null;
  /** Musculoskeletal withdrawal symptoms after the stop. */
  readonly withdrawal_syndrome: boolean | null;
}

/** The row type of each table. */
export interface ExtractRows {
  readonly centre: CentreRow;
  readonly patient: PatientRow;
  readonly diagnosis: DiagnosisRow;
  readonly treatment_line: TreatmentLineRow;
  readonly dose_change: DoseChangeRow;
  readonly molecular: MolecularRow;
  readonly mutation: MutationRow;
  readonly cytogenetics: CytogeneticsRow;
  readonly phase_event: PhaseEventRow;
  readonly adverse_event: AdverseEventRow;
  readonly prom: PromRow;
  readonly treatment_free_attempt: TreatmentFreeAttemptRow;
}
