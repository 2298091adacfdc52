import type { MessageGroup } from '../message';

/** The report of `npm run validate`. */
export const validateMessages = {
  'validate.title': {
    fr: 'Contrat {contract} {version}, extrait {extract}',
    en: 'Contract {contract} {version}, extract {extract}',
  },
  'validate.refused': {
    fr: 'L’application refuse cet extrait : {failures, plural, one {# erreur} other {# erreurs}}.',
    en: 'The application refuses this extract: {failures, plural, one {# error} other {# errors}}.',
  },
  'validate.opens': {
    fr: 'L’application ouvre cet extrait : {warnings, plural, one {# avertissement} other {# avertissements}}, {infos, plural, one {# information} other {# informations}}.',
    en: 'The application opens this extract: {warnings, plural, one {# warning} other {# warnings}}, {infos, plural, one {# piece of information} other {# pieces of information}}.',
  },
  'validate.table': { fr: '{table} {rows} lignes', en: '{table} {rows} rows' },
  'validate.absent': { fr: '{table} absente', en: '{table} absent' },
  'validate.warned': {
    fr: 'Patients touchés par un avertissement : {warned, number} sur {patients, number}.',
    en: 'Patients touched by a warning: {warned, number} of {patients, number}.',
  },
  'validate.counts': {
    fr: '{broken} sur {judged} lignes ({share}), {patients, plural, one {# patient} other {# patients}}{unjudged, plural, =0 {} other { ; # non jugées}}',
    en: '{broken} of {judged} rows ({share}), {patients, plural, one {# patient} other {# patients}}{unjudged, plural, =0 {} other {; # not judged}}',
  },
  'validate.kept': {
    fr: 'Règles respectées : {kept}. Sans ligne à juger : {empty}. Non vérifiées, table absente : {unchecked}.',
    en: 'Rules kept: {kept}. Without a row to judge: {empty}. Not checked, table absent: {unchecked}.',
  },
} satisfies MessageGroup;
