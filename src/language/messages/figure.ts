import type { MessageGroup } from '../message';

export const figureMessages = {
  'figure.table': { fr: 'Voir les valeurs', en: 'Show the values' },
  'figure.tableOf': { fr: 'Valeurs de la figure : {title}', en: 'Values of the figure: {title}' },
  'figure.asking': { fr: 'Calcul en cours…', en: 'Computing…' },
  'figure.emptyCohort': {
    fr: 'Aucun patient ne répond à toutes les règles de la cohorte.',
    en: 'No patient meets all the rules of the cohort.',
  },
  'figure.emptyHint': {
    fr: 'Retirez ou élargissez une règle.',
    en: 'Remove or widen a rule.',
  },
  'figure.failed': { fr: 'Le calcul s’est arrêté.', en: 'The computation stopped.' },
  'figure.undefined': { fr: 'non défini', en: 'not defined' },
  'figure.notReached': { fr: 'non atteinte', en: 'not reached' },
  'figure.interval': { fr: '{lower} à {upper}', en: '{lower} to {upper}' },
  'figure.monthUnit': {
    fr: '{months, plural, one {mois} other {mois}}',
    en: '{months, plural, one {month} other {months}}',
  },
  'figure.months': {
    fr: '{months, plural, one {# mois} other {# mois}}',
    en: '{months, plural, one {# month} other {# months}}',
  },
} as const satisfies MessageGroup;
