import type { MessageGroup } from '../message';

export const cohortMessages = {
  'cohort.title': { fr: 'Cohorte', en: 'Cohort' },
  'cohort.rules': { fr: 'Règles de la cohorte', en: 'Rules of the cohort' },
  'cohort.showRules': { fr: 'Règles ({count})', en: 'Rules ({count})' },
  'cohort.count': {
    fr: '{inCohort, plural, one {# patient} other {# patients}} sur {patients, number}',
    en: '{inCohort, plural, one {# patient} other {# patients}} out of {patients, number}',
  },
  'cohort.ruleCount': {
    fr: '{met, number} oui · {notMet, number} non · {unknown, plural, one {# non renseigné} other {# non renseignés}}',
    en: '{met, number} met · {notMet, number} not met · {unknown, number} unknown',
  },
  'cohort.unknownCount': {
    fr: '{unknown, plural, one {# non renseigné} other {# non renseignés}}',
    en: '{unknown, number} unknown',
  },
  'cohort.keepUnknown': {
    fr: 'Garder les non-renseignés ({unknown, number})',
    en: 'Keep the not known ({unknown, number})',
  },
  'cohort.clearRule': { fr: 'Retirer la règle : {rule}', en: 'Remove the rule: {rule}' },
  'cohort.clearAll': { fr: 'Tout retirer', en: 'Remove all' },
  'cohort.edit': { fr: 'Modifier la cohorte', en: 'Edit the cohort' },
  'cohort.from': { fr: '{variable}, minimum', en: '{variable}, minimum' },
  'cohort.to': { fr: '{variable}, maximum', en: '{variable}, maximum' },
  'cohort.nobody': { fr: 'aucun', en: 'none' },
  'cohort.levelCount': {
    fr: '{inCohort, number} dans la cohorte, {patients, number} en tout',
    en: '{inCohort, number} in the cohort, {patients, number} in all',
  },
  'cohort.histogram': { fr: 'Répartition : {variable}', en: 'Distribution: {variable}' },
} as const satisfies MessageGroup;
