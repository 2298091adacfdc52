/** Words of the columns that the contract leaves open; a buffer stores their place in the list, from 1. */
export const mutationVariants = [
  'T315I',
  'G250E',
  'Y253H',
  'Y253F',
  'E255K',
  'E255V',
  'M351T',
  'F359V',
  'F317L',
  'V299L',
  'H396R',
  'M244V',
  'L248V',
  'E459K',
] as const;
export type MutationVariant = (typeof mutationVariants)[number];

export const mutationMethods = ['Sanger', 'NGS', 'dPCR'] as const;

export const doseChangeReasons = ['toxicity', 'toxicity_resolved'] as const;

export const adverseEventTerms = [
  'Edema limbs',
  'Myalgia',
  'Nausea',
  'Diarrhea',
  'Rash maculo-papular',
  'Fatigue',
  'Headache',
  'Arthralgia',
  'Neutrophil count decreased',
  'Platelet count decreased',
  'Anemia',
  'Pleural effusion',
  'Pulmonary hypertension',
  'Alanine aminotransferase increased',
  'Lipase increased',
  'Hyperglycemia',
  'Cholesterol high',
  'Myocardial infarction',
  'Peripheral ischemia',
  'Stroke',
  'Hypertension',
  'Pancreatitis',
  'Flu like symptoms',
  'Depression',
] as const;
export type AdverseEventTerm = (typeof adverseEventTerms)[number];

export const questionnaireScales = [
  'global_health',
  'physical_functioning',
  'fatigue',
  'pain',
  'symptom_burden',
  'daily_life',
  'worry_mood',
  'body_image',
  'satisfaction_care',
  'social_life',
  'total',
  'utility',
  'vas',
] as const;
export type QuestionnaireScale = (typeof questionnaireScales)[number];
