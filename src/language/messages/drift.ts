import type { MessageGroup } from '../message';

/** What changed between two extracts. */
export const driftMessages = {
  'drift.title': { fr: 'Comparé à un extrait antérieur', en: 'Compared with an earlier extract' },
  'drift.lead': {
    fr: 'L’extrait antérieur est lu dans un moteur à part, compté puis oublié : il n’en reste que des nombres. L’extrait ouvert reste ouvert. Sont comparés les lignes, la complétude, les distributions, les centres, les années, les règles du contrat (par leur identifiant, stable d’une version à l’autre) et la taille des cohortes nommées et de celle de l’écran.',
    en: 'The earlier extract is read in an engine of its own, counted and forgotten: numbers are all that stays. The open extract stays open. Compared are rows, completeness, distributions, centres, years, the rules of the contract (by their ids, which last from version to version), and the sizes of the named cohorts and the one on the screen.',
  },
  'drift.reading': { fr: 'Lecture de l’extrait antérieur…', en: 'Reading the earlier extract…' },
  'drift.refused': {
    fr: 'L’extrait antérieur ne peut pas être comparé',
    en: 'The earlier extract cannot be compared',
  },
  'drift.cancel': { fr: 'Annuler', en: 'Cancel' },
  'drift.pair': {
    fr: 'Antérieur : {before} ({beforeDate}), {beforePatients, number} patients. Ouvert : {after} ({afterDate}), {afterPatients, number} patients.',
    en: 'Earlier: {before} ({beforeDate}), {beforePatients, number} patients. Open: {after} ({afterDate}), {afterPatients, number} patients.',
  },
  'drift.summary': {
    fr: '{changed, plural, =0 {Rien n’a changé} one {# chose a changé} other {# choses ont changé}} sur {compared, number} comparées.',
    en: '{changed, plural, =0 {Nothing changed} one {# thing changed} other {# things changed}} of {compared, number} compared.',
  },
  'drift.limits': {
    fr: 'Un nombre qui diffère est un changement ; une part (complétude, lignes qui enfreignent une règle) à partir de {points} points ; une distribution à partir de {deviations} écart-type (différence standardisée ; médianes pour les nombres).',
    en: 'A count that differs is a change; a share (completeness, rows that break a rule) from {points} points on; a distribution from {deviations} standard deviations on (standardised difference; medians for numbers).',
  },
  'drift.topic': { fr: 'Quoi', en: 'What' },
  'drift.topic.rows': { fr: 'Lignes', en: 'Rows' },
  'drift.topic.completeness': { fr: 'Complétude', en: 'Completeness' },
  'drift.topic.distribution': { fr: 'Distribution', en: 'Distribution' },
  'drift.topic.centre': { fr: 'Patients du centre', en: 'Patients of the centre' },
  'drift.topic.year': { fr: 'Patients de l’année', en: 'Patients of the year' },
  'drift.topic.rule': { fr: 'Lignes qui enfreignent la règle', en: 'Rows that break the rule' },
  'drift.topic.cohort': { fr: 'Patients de la cohorte', en: 'Patients of the cohort' },
  'drift.subject': { fr: 'De quoi', en: 'Of what' },
  'drift.before': { fr: 'Antérieur', en: 'Earlier' },
  'drift.after': { fr: 'Ouvert', en: 'Open' },
  'drift.move': { fr: 'Écart', en: 'Difference' },
  'drift.currentCohort': { fr: 'cohorte de l’écran', en: 'the cohort on the screen' },
  'drift.different': {
    fr: '{count, plural, one {# valeur distincte} other {# valeurs distinctes}}',
    en: '{count, plural, one {# different value} other {# different values}}',
  },
  'drift.deviations': { fr: '{by} écart-type', en: '{by} SD' },
  'drift.points': { fr: '{by} points', en: '{by} points' },
  'drift.new': { fr: 'nouveau', en: 'new' },
  'drift.gone': { fr: 'disparu', en: 'gone' },
  'drift.line': {
    fr: '{topic}, {subject} : {before} → {after} ({move})',
    en: '{topic}, {subject}: {before} → {after} ({move})',
  },
  'drift.shown': { fr: 'Lignes montrées', en: 'Lines shown' },
  'drift.shown.changed': { fr: 'Changements', en: 'Changes' },
  'drift.shown.all': { fr: 'Tout', en: 'All' },
} as const satisfies MessageGroup;
