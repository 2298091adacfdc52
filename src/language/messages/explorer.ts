import type { MessageGroup } from '../message';

/** The explorer of a cohort: its rules as an attrition, its charts. */
export const explorerMessages = {
  'explorer.view': { fr: 'Vue de la cohorte', en: 'View of the cohort' },
  'explorer.charts': { fr: 'Graphiques', en: 'Charts' },
  'explorer.flow': { fr: 'Diagramme de flux', en: 'Flow diagram' },
  'explorer.legendIn': {
    fr: 'cohorte, sans la règle du graphique lui-même',
    en: 'cohort, without the chart’s own rule',
  },
  'explorer.legendAll': { fr: 'tous les patients', en: 'all patients' },
  'explorer.usualCharts': { fr: 'Graphiques habituels', en: 'Usual charts' },
  'explorer.addChart': { fr: 'Ajouter un graphique', en: 'Add a chart' },
  'explorer.removeChart': { fr: 'Enlever le graphique : {chart}', en: 'Take the chart away: {chart}' },
  'explorer.clearOf': { fr: 'Effacer la règle : {rule}', en: 'Clear the rule: {rule}' },
  'explorer.clear': { fr: 'Effacer', en: 'Clear' },
  'explorer.inCohort': { fr: 'Cohorte', en: 'Cohort' },
  'explorer.inAll': { fr: 'Tous', en: 'All' },
  'explorer.notKnown': { fr: 'Non renseigné', en: 'Not known' },
  'explorer.moreLevels': {
    fr: '{count, plural, one {# autre dans les valeurs} other {# autres dans les valeurs}}',
    en: '{count, plural, one {# more among the values} other {# more among the values}}',
  },

  'explorer.steps': { fr: 'Étapes, dans l’ordre', en: 'Steps, in order' },
  'explorer.allPatients': { fr: 'Patients de l’extrait', en: 'Patients of the extract' },
  'explorer.inTheCohort': { fr: 'Patients de la cohorte', en: 'Patients of the cohort' },
  'explorer.index': { fr: 'Événement index', en: 'Index event' },
  'explorer.indexEverybody': {
    fr: 'Tous les patients ont un diagnostic.',
    en: 'Every patient has a diagnosis.',
  },
  'explorer.entering': {
    fr: '{entering, plural, one {# patient entre.} other {# patients entrent.}}',
    en: '{entering, plural, one {# patient enters.} other {# patients enter.}}',
  },
  'explorer.remaining': {
    fr: '{remaining, plural, one {# reste} other {# restent}}',
    en: '{remaining, plural, one {# remains} other {# remain}}',
  },
  'explorer.leaving': {
    fr: '{leaving, plural, one {# sort} other {# sortent}} : {notMet, number} non, {unknown, plural, one {# non renseigné} other {# non renseignés}}{policy, select, include { (gardés)} other {}}',
    en: '{leaving, plural, one {# leaves} other {# leave}}: {notMet, number} not met, {unknown, number} not known{policy, select, include { (kept)} other {}}',
  },
  'explorer.onlyThis': {
    fr: '{count, plural, one {# patient écarté par cette règle seule} other {# patients écartés par cette règle seule}}',
    en: '{count, plural, one {# patient kept out by this rule alone} other {# patients kept out by this rule alone}}',
  },
  'explorer.keepUnknown': { fr: 'Garder les non-renseignés', en: 'Keep the not known' },
  'explorer.keepUnknownOf': {
    fr: 'Garder les non-renseignés – {rule}',
    en: 'Keep the not known – {rule}',
  },
  'explorer.drag': { fr: 'Déplacer : {rule}', en: 'Drag: {rule}' },
  'explorer.up': { fr: 'Monter : {rule}', en: 'Move up: {rule}' },
  'explorer.down': { fr: 'Descendre : {rule}', en: 'Move down: {rule}' },
  'explorer.edit': { fr: 'Modifier : {rule}', en: 'Edit: {rule}' },
  'explorer.more': { fr: 'Autres actions : {rule}', en: 'More actions: {rule}' },
  'explorer.remove': { fr: 'Retirer l’étape : {rule}', en: 'Remove the step: {rule}' },
  'explorer.moved': { fr: '{rule} : étape {place} sur {rules}', en: '{rule}: step {place} of {rules}' },
  'explorer.addRule': { fr: 'Ajouter une règle', en: 'Add a rule' },
  'ruleAction.duplicate': { fr: 'Dupliquer', en: 'Duplicate' },
  'ruleAction.negate': { fr: 'Inverser', en: 'Negate' },
  'ruleAction.combine': { fr: 'Combiner avec…', en: 'Combine with…' },
  'ruleAction.ungroup': { fr: 'Séparer en règles', en: 'Split into rules' },

  'factGroup.patient': { fr: 'Patient', en: 'Patient' },
  'factGroup.diagnosis': { fr: 'Au diagnostic', en: 'At diagnosis' },
  'factGroup.score': { fr: 'Scores de risque', en: 'Risk scores' },
  'factGroup.treatment': { fr: 'Traitement', en: 'Treatment' },
  'factGroup.response': { fr: 'Réponse', en: 'Response' },
  'factGroup.stop': { fr: 'Arrêt du traitement', en: 'Treatment stop' },
  'factGroup.registry': { fr: 'Registre', en: 'Registry' },
} as const satisfies MessageGroup;
