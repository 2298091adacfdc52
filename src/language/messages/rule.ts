import type { MessageGroup } from '../message';

/** How a rule of a cohort reads as a sentence. `{gender}` is f or m: of the table's noun in French. */
export const ruleMessages = {
  'rule.fact': { fr: '{name} : {claim}', en: '{name}: {claim}' },
  'rule.between': { fr: '{min} à {max}', en: '{min} to {max}' },
  'rule.atLeast': { fr: '≥ {value}', en: '≥ {value}' },
  'rule.above': { fr: '> {value}', en: '> {value}' },
  'rule.atMost': { fr: '≤ {value}', en: '≤ {value}' },
  'rule.below': { fr: '< {value}', en: '< {value}' },
  'rule.anyValue': { fr: 'renseigné', en: 'known' },
  'rule.bothBounds': { fr: '{lower} et {upper}', en: '{lower} and {upper}' },

  'rule.any': {
    fr: 'au moins {gender, select, f {une} other {un}} {what}',
    en: '{gender, select, other {at least one}} {what}',
  },
  'rule.never': {
    fr: 'jamais de {what}',
    en: 'never a {what}',
  },
  'rule.every': {
    fr: 'chaque {what}',
    en: 'every {what}',
  },
  'rule.first': {
    fr: '{gender, select, f {la première} other {le premier}} {what}',
    en: '{gender, select, other {the first}} {what}',
  },
  'rule.last': {
    fr: '{gender, select, f {la dernière} other {le dernier}} {what}',
    en: '{gender, select, other {the last}} {what}',
  },
  'rule.at_least': {
    fr: 'au moins {count} fois : {what}',
    en: 'at least {count} times: {what}',
  },
  'rule.span': {
    fr: 'sur au moins {span} mois du premier au dernier',
    en: 'at least {span} months apart, first to last',
  },
  'rule.among': { fr: '{noun} ({claims})', en: '{noun} ({claims})' },
  'rule.with': { fr: '{noun}, avec {claims}', en: '{noun}, with {claims}' },
  'rule.events': { fr: '{what}, {when}', en: '{what}, {when}' },
  'rule.byDay': { fr: '{when} (date : {day})', en: '{when} (dated by its {day})' },

  'rule.always': { fr: 'à tout moment', en: 'at any time' },
  'rule.window.any': { fr: 'avant ou après {anchor}', en: 'before or after {anchor}' },
  'rule.window.since': { fr: 'à partir de ce repère : {anchor}', en: 'from {anchor} on' },
  'rule.window.until': { fr: 'au plus tard à ce repère : {anchor}', en: 'not later than {anchor}' },
  'rule.window.after': { fr: 'au moins {from} après {anchor}', en: 'at least {from} after {anchor}' },
  'rule.window.before': { fr: 'au moins {to} avant {anchor}', en: 'at least {to} before {anchor}' },
  'rule.window.untilAfter': { fr: 'jusqu’à {to} après {anchor}', en: 'until {to} after {anchor}' },
  'rule.window.sinceBefore': {
    fr: 'à partir de {from} avant {anchor}',
    en: 'from {from} before {anchor} on',
  },
  'rule.window.within': { fr: 'dans les {to} après {anchor}', en: 'within {to} after {anchor}' },
  'rule.window.betweenAfter': {
    fr: 'entre {from} et {to} après {anchor}',
    en: 'between {from} and {to} after {anchor}',
  },
  'rule.window.withinBefore': { fr: 'dans les {from} avant {anchor}', en: 'within {from} before {anchor}' },
  'rule.window.betweenBefore': {
    fr: 'entre {from} et {to} avant {anchor}',
    en: 'between {from} and {to} before {anchor}',
  },
  'rule.window.around': {
    fr: 'à {to} près de ce repère : {anchor}',
    en: 'within {to} before or after {anchor}',
  },
  'rule.window.across': {
    fr: 'de {from} avant à {to} après {anchor}',
    en: 'from {from} before to {to} after {anchor}',
  },

  'rule.group': { fr: '({condition})', en: '({condition})' },
  'rule.quality': {
    fr: 'aucune ligne du patient n’enfreint {count, plural, one {cette règle de qualité} other {ces règles de qualité}} : {rules}',
    en: 'no row of the patient breaks {count, plural, one {this rule} other {these rules}} of quality: {rules}',
  },
  'rule.quoted': { fr: '« {rule} »', en: '“{rule}”' },
  'rule.not': { fr: 'pas : {condition}', en: 'not: {condition}' },
  'rule.atLeastOf': { fr: 'au moins {count} de : {conditions}', en: 'at least {count} of: {conditions}' },
  'rule.kept': { fr: '{rule}, ou non connu', en: '{rule}, or not known' },
  'rule.index': { fr: 'Patients pour qui est connu : {anchor}', en: 'Patients with {anchor}' },
} as const satisfies MessageGroup;
