import type { MessageGroup } from '../message';

export const looksMessages = {
  'looks.count': {
    fr: 'Regardé dans cette session (survie et modèles) : {endpoints, plural, one {# critère} other {# critères}}, {cohorts, plural, one {# cohorte} other {# cohortes}}, {groupings, plural, =0 {aucune comparaison} one {# groupement ou jeu de covariables} other {# groupements ou jeux de covariables}}, soit {analyses, plural, one {# analyse} other {# analyses}}.',
    en: 'Looked at in this session (survival and models): {endpoints, plural, one {# endpoint} other {# endpoints}}, {cohorts, plural, one {# cohort} other {# cohorts}}, {groupings, plural, =0 {no comparison} one {# grouping or set of covariates} other {# groupings or sets of covariates}}: {analyses, plural, one {# analysis} other {# analyses}}.',
  },
  'looks.chance': {
    fr: 'De {comparisons, number} comparaisons, {byChance} seraient en moyenne significatives à 5 % sans qu’il y ait d’effet nulle part : dites dans une publication combien ont été regardées.',
    en: 'Of {comparisons, number} comparisons, {byChance} would on average be significant at 5 % without any effect anywhere: say in a publication how many were looked at.',
  },
} as const satisfies MessageGroup;
