import type { MessageGroup } from '../message';

/** What of a link could not be read, and what was expected there. What stood there is not repeated. */
export const linkMessages = {
  'link.faults': {
    fr: 'Une partie du lien n’a pas pu être lue et a été laissée de côté : {parameters}.',
    en: 'A part of the link could not be read and was left aside: {parameters}.',
  },
  'link.fault': { fr: '{parameter} ({expected})', en: '{parameter} ({expected})' },
  'link.unknown-code': { fr: 'un code inconnu', en: 'a code that is not known' },
  'link.not-a-range': {
    fr: 'un intervalle comme 18..65 est attendu',
    en: 'a range such as 18..65 was expected',
  },
  'link.too-many-codes': { fr: 'trop de codes', en: 'too many codes' },
  'link.not-an-event': {
    fr: 'un événement comme first_tki ou line_start:2 est attendu',
    en: 'an event such as first_tki or line_start:2 was expected',
  },
  'link.not-a-definition': {
    fr: 'une définition de cohorte complète est attendue',
    en: 'a whole definition of a cohort was expected',
  },
  'link.said-twice': {
    fr: 'le lien contient déjà une définition complète',
    en: 'the link already holds a whole definition',
  },
  'link.not-held': {
    fr: 'cette cohorte ne peut pas être un lien : importez son fichier',
    en: 'this cohort cannot be a link: import its file',
  },
} as const satisfies MessageGroup;
