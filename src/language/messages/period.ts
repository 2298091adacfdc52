import type { MessageGroup } from '../message';

/** Outcomes by calendar period. */
export const periodMessages = {
  'period.figure': {
    fr: '{outcome} à {months, number} mois, par période',
    en: '{outcome} at {months, number} months, by period',
  },
  'period.outcome': { fr: 'Résultat', en: 'Outcome' },
  'period.outcome.mmr': { fr: 'RMM', en: 'MMR' },
  'period.outcome.mr4_5': { fr: 'RM4,5', en: 'MR4.5' },
  'period.outcome.remission': { fr: 'Rémission sans traitement', en: 'Treatment-free remission' },
  'period.outcome.survival': { fr: 'Survie globale', en: 'Overall survival' },
  'period.at': { fr: 'Lu à', en: 'Read at' },
  'period.months': { fr: '{months, number} mois', en: '{months, number} months' },
  'period.crude': { fr: 'Observé', en: 'Observed' },
  'period.adjusted': { fr: 'Ajusté sur l’ELTS', en: 'Adjusted for ELTS' },
  'period.unread.too_recent': { fr: 'Recul trop court', en: 'Not followed long enough' },
  'period.unread.few_observed': { fr: 'Trop peu de patients suivis tôt', en: 'Too few seen early' },
  'period.tip': { fr: '{period}\n{value} : {share}', en: '{period}\n{value}: {share}' },
  'period.summary': {
    fr: '{period} : {crude}, ajusté {adjusted}',
    en: '{period}: {crude}, adjusted {adjusted}',
  },
  'period.rule.mmr': {
    fr: 'Incidence cumulée de la première RMM depuis le premier ITK, quel que soit le traitement ; progression et décès en concurrence.',
    en: 'Cumulative incidence of the first MMR since the first TKI, whatever is taken; progression and death compete.',
  },
  'period.rule.mr4_5': {
    fr: 'Incidence cumulée de la première RM4,5 depuis le premier ITK, quel que soit le traitement ; progression et décès en concurrence.',
    en: 'Cumulative incidence of the first MR4.5 since the first TKI, whatever is taken; progression and death compete.',
  },
  'period.rule.remission': {
    fr: 'Sans perte de RMM ni reprise depuis le premier arrêt (EURO-SKI), Kaplan-Meier.',
    en: 'Free of loss of MMR and of restart since the first stop (EURO-SKI), Kaplan-Meier.',
  },
  'period.rule.survival': {
    fr: 'Kaplan-Meier depuis le diagnostic.',
    en: 'Kaplan-Meier since diagnosis.',
  },
  'period.rule': {
    fr: 'À risque à partir de l’inclusion. Période : cinq années de l’origine, comptées depuis le milieu de l’année du diagnostic. Elle n’est lue que si même les derniers venus pouvaient être suivis jusqu’à ce mois avant l’année de l’extrait, et si au moins dix patients sont suivis dès la première demi-année.',
    en: 'At risk from the inclusion on. Period: five years of the origin, counted from the middle of the year of diagnosis. It is read only when even those who came last could be followed to this month before the year of the extract, and when at least ten patients are seen within the first half-year.',
  },
  'period.adjustment': {
    fr: 'Ajusté : standardisation directe, chaque groupe ELTS (dont « non calculable ») avec sa part dans toutes les périodes lues ; sans valeur quand un groupe a moins de dix patients suivis tôt. Intervalles à 95 %, log-log. D’autres différences entre périodes, comme l’âge ou le choix des patients arrêtés, restent ; un modèle de Cox les ajuste (écran Modèles).',
    en: 'Adjusted: direct standardisation, each ELTS group (“not computable” too) with its share over all periods that are read; no value where a group has fewer than ten patients seen early. 95 % intervals, log-log. Other differences between periods, as age or who is chosen for a stop, remain; a Cox model adjusts for them (Models screen).',
  },
  'period.part.there': { fr: 'Oui', en: 'Yes' },
  'period.part.not_there': { fr: 'Non', en: 'No' },
  'period.nobody': {
    fr: 'Personne de la cohorte ne peut être suivi.',
    en: 'Nobody of the cohort can be followed.',
  },
  'period.column.period': { fr: 'Période', en: 'Period' },
  'period.column.high': { fr: 'Dont ELTS élevé', en: 'Of which ELTS high' },
} as const satisfies MessageGroup;
