import type { MessageGroup } from '../message';

/** The patients' voice: scales of questionnaires, and the figure of their scores. */
export const voiceMessages = {
  'voice.figure': { fr: '{scale} ({instrument})', en: '{scale} ({instrument})' },
  'voice.scale': { fr: 'Échelle', en: 'Scale' },
  'voice.scale.global_health': { fr: 'Santé globale', en: 'Global health' },
  'voice.scale.physical_functioning': { fr: 'Fonctionnement physique', en: 'Physical functioning' },
  'voice.scale.fatigue': { fr: 'Fatigue', en: 'Fatigue' },
  'voice.scale.pain': { fr: 'Douleur', en: 'Pain' },
  'voice.scale.symptom_burden': { fr: 'Poids des symptômes', en: 'Symptom burden' },
  'voice.scale.daily_life': { fr: 'Retentissement quotidien', en: 'Impact on daily life' },
  'voice.scale.worry_mood': { fr: 'Inquiétude et humeur', en: 'Impact on worry and mood' },
  'voice.scale.body_image': { fr: 'Image du corps', en: 'Body image problems' },
  'voice.scale.satisfaction_care': { fr: 'Satisfaction des soins', en: 'Satisfaction with care' },
  'voice.scale.social_life': { fr: 'Satisfaction de la vie sociale', en: 'Satisfaction with social life' },
  'voice.scale.fact_leu': { fr: 'Score total', en: 'Total score' },
  'voice.scale.eq_vas': { fr: 'Échelle visuelle', en: 'Visual scale' },
  'voice.scale.eq_utility': { fr: 'Utilité', en: 'Utility' },
  'voice.by.first_line': {
    fr: '{title}, par traitement de première ligne',
    en: '{title}, by first-line treatment',
  },
  'voice.by.phase': { fr: '{title}, avec ou sans ITK', en: '{title}, on or off a TKI' },
  'voice.phase.on_tki': { fr: 'Sous ITK', en: 'On a TKI' },
  'voice.phase.off_tki': { fr: 'Sans ITK', en: 'Off TKI' },
  'voice.all': { fr: 'Ensemble', en: 'All' },
  'voice.unknown': { fr: 'Non connu', en: 'Not known' },
  'voice.x': { fr: 'Années depuis le premier ITK', en: 'Years since the first TKI' },
  'voice.y': { fr: 'Score moyen', en: 'Mean score' },
  'voice.nobody': {
    fr: 'Personne de la cohorte n’a répondu à cette échelle.',
    en: 'Nobody in the cohort answered this scale.',
  },
  'voice.missing': {
    fr: 'Cet extrait n’a pas de table de questionnaires.',
    en: 'This extract has no table of questionnaires.',
  },
  'voice.rule': {
    fr: 'À chaque année depuis le premier ITK, la réponse la plus proche, à {days, number} jours au plus ; une réponse peut compter pour une année seulement si le patient est inclus et suivi. Moyennes et quartiles (traits) de ceux qui ont répondu ; rien n’est imputé, et qui va mal répond moins.',
    en: 'At each year since the first TKI, the nearest answer, at most {days, number} days away, of patients who are included and followed then. Means and quartiles (bars) of those who answered; nothing is imputed, and who is unwell answers less.',
  },
  'voice.better.higher': { fr: 'Un score élevé est favorable.', en: 'A high score is good.' },
  'voice.better.lower': { fr: 'Un score bas est favorable.', en: 'A low score is good.' },
  'voice.important': {
    fr: 'Différence minimale importante : {points} points ({source}). Sans groupes, les tirets la marquent autour du premier score.',
    en: 'Minimal important difference: {points} points ({source}). Without groups, dashes mark it around the first score.',
  },
  'voice.importantReserve.carried_over': {
    fr: 'La source a interrogé sur d’autres échelles du questionnaire : cette valeur en est reprise.',
    en: 'The source asked about other scales of the questionnaire: this value is carried over from them.',
  },
  'voice.importantReserve.value_set': {
    fr: 'Cette valeur vaut pour les utilités des États-Unis, et la source donne 0,08 pour celles du Royaume-Uni.',
    en: 'This value is of the utilities of the United States; the source gives 0.08 for those of the United Kingdom.',
  },
  'voice.importantLine': { fr: 'différence importante', en: 'important difference' },
  'voice.noImportant': {
    fr: 'Aucune différence minimale importante publiée n’est connue ici pour cette échelle.',
    en: 'No published minimal important difference of this scale is known here.',
  },
  'voice.tip': {
    fr: 'Année {year, number} : {mean} (quartiles {lower} à {upper})',
    en: 'Year {year, number}: {mean} (quartiles {lower} to {upper})',
  },
  'voice.answered': {
    fr: '{answered, number} réponses sur {expected, number} patients suivis',
    en: '{answered, number} answers from {expected, number} patients followed',
  },
  'voice.summary': {
    fr: '{first} à l’année {from, number}, {last} à l’année {to, number}.',
    en: '{first} at year {from, number}, {last} at year {to, number}.',
  },
  'voice.summaryOne': { fr: '{mean} à l’année {year, number}.', en: '{mean} at year {year, number}.' },
  'voice.column.group': { fr: 'Groupe', en: 'Group' },
  'voice.column.year': { fr: 'Année', en: 'Year' },
  'voice.column.expected': { fr: 'Suivis', en: 'Followed' },
  'voice.column.answered': { fr: 'Réponses', en: 'Answered' },
  'voice.column.mean': { fr: 'Moyenne', en: 'Mean' },
  'voice.column.quartiles': { fr: 'Quartiles', en: 'Quartiles' },
} as const satisfies MessageGroup;
