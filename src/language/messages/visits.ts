import type { MessageGroup } from '../message';

export const visitsMessages = {
  'visits.panel': { fr: 'Dates et visites', en: 'Dates and visits' },
  'visits.toggle': { fr: 'Courbe de Turnbull', en: 'Turnbull curve' },
  'visits.gap': {
    fr: 'L’événement se voit à une visite : il est survenu entre la visite précédente et celle-ci. Pour {events, plural, one {# événement} other {# événements}}, l’intervalle est de {median} jours en médiane (quartiles : {first} à {third}) : la date de la moitié d’entre eux pourrait être plus précoce d’au moins {median} jours.',
    en: 'The event is seen at a visit: it came between the visit before and this one. For {events, plural, one {# event} other {# events}} the gap is {median} days in the median (quartiles: {first} to {third}): the day of half of them could be earlier by at least {median} days.',
  },
  'visits.histogram': {
    fr: 'Intervalle avant la visite où l’événement est vu',
    en: 'Gap before the visit at which the event is seen',
  },
  'visits.gapX': {
    fr: 'Mois depuis la visite précédente, ou depuis l’origine',
    en: 'Months since the visit before, or since the origin',
  },
  'visits.gapY': { fr: 'Événements', en: 'Events' },
  'visits.gapBetween': {
    fr: 'de {from, number} à moins de {to, number}',
    en: '{from, number} to less than {to, number}',
  },
  'visits.gapFrom': { fr: '{from, number} et plus', en: '{from, number} and more' },
  'visits.incidence': {
    fr: 'L’incidence cumulée date l’événement de la visite où il est vu, au bord tardif de cet intervalle : la vraie courbe est plus à gauche, d’au plus autant. Deux groupes ou deux centres aux visites plus ou moins espacées diffèrent par là déjà.',
    en: 'The cumulative incidence dates the event by the visit at which it is seen, at the late edge of this gap: the true curve lies further left, by that much at most. Two groups or centres with more or less frequent visits differ by this alone.',
  },
  'visits.noEvents': { fr: 'Aucun événement vu à une visite.', en: 'No event was seen at a visit.' },
  'visits.curve': {
    fr: 'Turnbull : estimation pour données censurées par intervalle, du plus tôt au plus tard que les visites permettent. Kaplan-Meier date l’événement de la visite où il est vu, au bord tardif.',
    en: 'Turnbull: the estimate for interval-censored data, from the earliest to the latest that the visits allow. Kaplan-Meier dates the event by the visit at which it is seen, at the late edge.',
  },
  'visits.band': {
    fr: 'Bande : intervalle à {level} % par bootstrap (percentiles de {resamples, number} rééchantillons de patients), plus tôt et plus tard compris ; il est lui-même approché.',
    en: 'Band: {level} % bootstrap interval (percentiles of {resamples, number} resamples of patients), earliest and latest included; it is itself approximate.',
  },
  'visits.noBand': {
    fr: 'Sans intervalle de confiance tant que le bootstrap n’est pas calculé (courbe affichée, {most, number} patients au plus) : la bande va du plus tôt au plus tard.',
    en: 'Without a confidence interval while the bootstrap is not there (curve shown, {most, number} patients at most): the band goes from the earliest to the latest.',
  },
  'visits.interval': { fr: 'Turnbull, intervalle (bootstrap)', en: 'Turnbull, interval (bootstrap)' },
  'visits.none': {
    fr: 'La courbe de Turnbull n’est pas calculée : plus de {most, number} intervalles différents, ou pas de convergence.',
    en: 'The Turnbull curve is not computed: more than {most, number} different intervals, or no convergence.',
  },
  'visits.name': { fr: 'Turnbull', en: 'Turnbull' },
  'visits.tip': {
    fr: 'Turnbull : à {month} mois entre {lower} et {upper}',
    en: 'Turnbull: at {month} months between {lower} and {upper}',
  },
  'visits.table': {
    fr: 'Kaplan-Meier et Turnbull à un temps donné',
    en: 'Kaplan-Meier and Turnbull at landmark times',
  },
  'visits.kaplanMeier': { fr: 'Kaplan-Meier', en: 'Kaplan-Meier' },
  'visits.earliest': { fr: 'Turnbull, au plus tôt', en: 'Turnbull, at the earliest' },
  'visits.latest': { fr: 'Turnbull, au plus tard', en: 'Turnbull, at the latest' },
} as const satisfies MessageGroup;
