import type { MessageGroup } from '../message';

/** Who is included: by year, by centre, after which delay, and who is lost to follow-up. */
export const accrualMessages = {
  'accrual.byYear': { fr: 'Inclusions par année', en: 'Inclusions by year' },
  'accrual.byCentre': { fr: 'Inclusions par centre', en: 'Inclusions by centre' },
  'accrual.followUp': {
    fr: 'Suivi des patients, par année d’inclusion',
    en: 'Follow-up of patients, by year of inclusion',
  },
  'accrual.state.followed': { fr: 'Suivi', en: 'Followed' },
  'accrual.state.lost': { fr: 'Sans nouvelles récentes', en: 'Without recent news' },
  'accrual.state.dead': { fr: 'Décédé', en: 'Dead' },
  'accrual.y': { fr: 'Patients inclus', en: 'Patients included' },
  'accrual.x': { fr: 'Part des patients du centre (%)', en: 'Share of the centre’s patients (%)' },
  'accrual.nobody': { fr: 'Personne n’est dans la cohorte.', en: 'Nobody is in the cohort.' },
  'accrual.delay.month': { fr: 'Dans le mois', en: 'Within a month' },
  'accrual.delay.quarter': { fr: 'Dans les 3 mois', en: 'Within 3 months' },
  'accrual.delay.half_year': { fr: 'Dans les 6 mois', en: 'Within 6 months' },
  'accrual.delay.year': { fr: 'Dans l’année', en: 'Within a year' },
  'accrual.delay.later': { fr: 'Plus d’un an après', en: 'More than a year later' },
  'accrual.summary': {
    fr: '{patients, number} patients inclus : {incident, number} incidents ({share}), {prevalent, number} prévalents. Sans nouvelles récentes : {lost, number} sur {alive, number} vivants ({lostShare}).',
    en: '{patients, number} patients included: {incident, number} incident ({share}), {prevalent, number} prevalent. Without recent news: {lost, number} of {alive, number} alive ({lostShare}).',
  },
  'accrual.tip': {
    fr: '{year} : {patients, number} inclus, {incident, number} incidents ; {cumulative, number} au total',
    en: '{year}: {patients, number} included, {incident, number} incident; {cumulative, number} in all',
  },
  'accrual.rule': {
    fr: 'Un extrait ne contient que des années et des jours depuis le diagnostic : ni mois ni trimestre d’inclusion ne peuvent être montrés. L’année d’inclusion est comptée depuis le milieu de l’année du diagnostic et peut être fausse d’un an. Incident : inclus dans les 182 jours du diagnostic. Barre pâle : année en cours.',
    en: 'An extract holds years and days since diagnosis only: no month or quarter of inclusion can be shown. The year of inclusion is counted from the middle of the year of diagnosis and may be off by one. Incident: included within 182 days of diagnosis. Faint bar: a year that is not over.',
  },
  'accrual.lostRule': {
    fr: 'Sans nouvelles récentes : vivant, sans contact pendant les deux dernières années civiles de l’extrait ; l’année du contact peut elle aussi être fausse d’un an.',
    en: 'Without recent news: alive, with no contact in the two last calendar years of the extract; the year of a contact may be off by one too.',
  },
  'accrual.centreRule': {
    fr: 'Les centres sont dans l’ordre de leur taille, ce qui n’est pas un classement ; seul le vôtre est nommé. Les centres de moins de {least, number} patients sont réunis.',
    en: 'Centres stand in the order of their size, which is no ranking; only yours is named. Centres with fewer than {least, number} patients are taken together.',
  },
  'accrual.column.patients': { fr: 'Inclus', en: 'Included' },
  'accrual.column.cumulative': { fr: 'Cumulés', en: 'Cumulative' },
  'accrual.column.incident': { fr: 'Incidents', en: 'Incident' },
  'accrual.column.prevalent': { fr: 'Prévalents', en: 'Prevalent' },
  'accrual.column.lost': { fr: 'Sans nouvelles récentes', en: 'Without recent news' },
  'accrual.count': { fr: '{patients, number} inclus', en: '{patients, number} included' },
  'accrual.centreTip': {
    fr: '{centre}\n{delay} : {patients, number} sur {all, number} ({share})',
    en: '{centre}\n{delay}: {patients, number} of {all, number} ({share})',
  },
} as const satisfies MessageGroup;
