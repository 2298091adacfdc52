import type { MessageGroup } from '../message';

export const responseMessages = {
  'response.title': { fr: 'Réponse moléculaire', en: 'Molecular response' },
  'response.figure': {
    fr: 'BCR::ABL1 depuis le début du premier ITK',
    en: 'BCR::ABL1 since the start of the first TKI',
  },
  'response.x': { fr: 'Mois depuis le début du premier ITK', en: 'Months since the start of the first TKI' },
  'response.y': { fr: 'BCR::ABL1 IS (%)', en: 'BCR::ABL1 IS (%)' },
  'response.patients': { fr: 'Patients', en: 'Patients' },
  'response.median': { fr: 'Médiane', en: 'Median' },
  'response.band': { fr: 'Quartiles (25–75 %)', en: 'Quartiles (25–75 %)' },
  'response.undetected': { fr: 'Indétectable', en: 'Undetected' },
  'response.undetectedShare': { fr: 'Indétectables', en: 'Undetected' },
  'response.visit': { fr: 'Visite (mois)', en: 'Visit (months)' },
  'response.lowerQuartile': { fr: '1ᵉʳ quartile', en: 'Lower quartile' },
  'response.upperQuartile': { fr: '3ᵉ quartile', en: 'Upper quartile' },
  'response.summary': {
    fr: 'À {month} mois la médiane de BCR::ABL1 IS est {median} ({patients, plural, one {# patient} other {# patients}}).',
    en: 'At {month} months the median BCR::ABL1 IS is {median} ({patients, plural, one {# patient} other {# patients}}).',
  },
  'response.noVisit': {
    fr: 'Aucun échantillon évaluable dans les fenêtres de visite pour cette cohorte.',
    en: 'No evaluable sample in the visit windows for this cohort.',
  },
  'response.tip': {
    fr: '{month} mois\nMédiane {median}\nQuartiles {lower} – {upper}\n{patients} patients, {undetected} indétectables',
    en: '{month} months\nMedian {median}\nQuartiles {lower} – {upper}\n{patients} patients, {undetected} undetected',
  },
  'response.onCurve': {
    fr: '{onCurve, number} patients sur la courbe, sur {cohort, number} de la cohorte.',
    en: '{onCurve, number} patients on the curve, out of {cohort, number} in the cohort.',
  },
  'response.excluded.no_tki': {
    fr: '{count, number} sans ITK',
    en: '{count, number} without a TKI',
  },
  'response.excluded.atypical_transcript': {
    fr: '{count, number} avec un transcrit atypique, hors échelle internationale',
    en: '{count, number} with an atypical transcript, off the International Scale',
  },
  'response.excluded.no_evaluable_sample': {
    fr: '{count, number} sans échantillon évaluable dans une fenêtre',
    en: '{count, number} without an evaluable sample in a window',
  },
  'response.leftOut': { fr: 'Hors courbe : {list}.', en: 'Not on the curve: {list}.' },
  'response.method': {
    fr: 'Médiane et quartiles (type 7, sur log10) de BCR::ABL1 à l’échelle internationale, un échantillon par patient et par fenêtre de visite : le plus proche de la visite. Tous les patients traités dont le transcrit est sur l’échelle comptent, quel que soit le traitement ensuite. Les indétectables (≥ 10 000 copies d’ABL1 ou ≥ 24 000 de GUSB) sont classés sous toute valeur détectée ; un quantile qui tombe parmi eux est « indétectable », jamais zéro. Les échantillons rejetés par le contrôle central, hors échelle ou non évaluables ne comptent pas.',
    en: 'Median and quartiles (type 7, on log10) of BCR::ABL1 on the International Scale, one sample per patient and visit window: the one nearest to the visit. Every treated patient with a transcript on the scale counts, whatever the later treatment. Undetected samples (≥ 10,000 ABL1 or ≥ 24,000 GUSB copies) rank below every detected value; a quantile that falls among them is “undetected”, never zero. Samples rejected by the central check, off the scale or not evaluable do not count.',
  },
  'response.methodTitle': { fr: 'Méthode', en: 'Method' },
  'response.few': {
    fr: 'Points pâles : moins de {few} patients dans la fenêtre.',
    en: 'Faint points: fewer than {few} patients in the window.',
  },
  'response.horizon': { fr: 'Jusqu’à', en: 'Up to' },
} as const satisfies MessageGroup;
