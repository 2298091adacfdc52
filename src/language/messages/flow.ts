import type { MessageGroup } from '../message';

/** The flow diagram of a cohort, as papers print it. */
export const flowMessages = {
  'flow.title': { fr: 'Diagramme de flux de la cohorte', en: 'Flow diagram of the cohort' },
  'flow.all': { fr: 'Patients de l’extrait (n = {count})', en: 'Patients of the extract (n = {count})' },
  'flow.excluded': { fr: 'Exclus (n = {count})', en: 'Excluded (n = {count})' },
  'flow.excludedLater': {
    fr: 'Exclus : non dits, effectifs trop petits',
    en: 'Excluded: not told, too few patients',
  },
  'flow.together': {
    fr: 'ensemble pour les {count} dernières étapes avec exclusion',
    en: 'together for the last {count} steps with exclusions',
  },
  'flow.reason': { fr: 'Règle : {reason}', en: 'Rule: {reason}' },
  'flow.notMet': { fr: 'n’y répondent pas : {count}', en: 'do not meet it: {count}' },
  'flow.unknown': { fr: 'non renseignés : {count}', en: 'not known: {count}' },
  'flow.unknownKept': { fr: 'non renseignés, gardés : {count}', en: 'not known, kept: {count}' },
  'flow.remaining': { fr: 'Restent (n = {count})', en: 'Remaining (n = {count})' },
  'flow.inCohort': { fr: 'Dans la cohorte (n = {count})', en: 'In the cohort (n = {count})' },
  'flow.under': { fr: 'moins de {under}', en: 'under {under}' },
  'flow.released': {
    fr: 'Nombres arrondis à {roundTo} ; en dessous de {threshold} ils ne sont pas dits, et une étape où trop peu sortent est dite avec une suivante.',
    en: 'Numbers are rounded to {roundTo}; under {threshold} they are not told, and a step at which too few leave is told with a later one.',
  },
  'flow.note': {
    fr: 'À l’écran, les nombres sont exacts. Les fichiers ne contiennent que des nombres arrondis et masqués.',
    en: 'On screen the numbers are exact. The files hold rounded and masked numbers only.',
  },
  'flow.saveSvg': { fr: 'Télécharger l’image (SVG)', en: 'Download the picture (SVG)' },
  'flow.saveText': { fr: 'Télécharger le texte', en: 'Download the text' },
  'flow.asText': { fr: 'Lire comme texte', en: 'Read as text' },
  'flow.step': { fr: 'Étape', en: 'Step' },
  'flow.entering': { fr: 'Entrent', en: 'Enter' },
  'flow.notMetHead': { fr: 'Non', en: 'Not met' },
  'flow.leaving': { fr: 'Sortent', en: 'Leave' },
  'flow.remains': { fr: 'Restent', en: 'Remain' },
  'flow.only': { fr: 'Par cette règle seule', en: 'By this rule alone' },
} as const satisfies MessageGroup;
