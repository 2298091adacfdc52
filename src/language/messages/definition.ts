import type { MessageGroup } from '../message';

/** Why a sample has its class, a patient a verdict, a rule its answer. */
export const definitionMessages = {
  'definition.class.detected': {
    fr: '{class} : {value} sur {copies} copies de {gene}',
    en: '{class}: {value} in {copies} copies of {gene}',
  },
  'definition.class.undetected': {
    fr: '{class} : indétectable dans {copies} copies de {gene}',
    en: '{class}: undetected in {copies} copies of {gene}',
  },
  'definition.class.unknownCopies': {
    fr: '{class} : {value}, nombre de copies de {gene} inconnu',
    en: '{class}: {value}, copies of {gene} not known',
  },
  'definition.class.none': { fr: 'Non évaluable : {reason}', en: 'Not evaluable: {reason}' },
  'definition.withheld': { fr: '{class} ; pas {deeper} : {reason}', en: '{class}; not {deeper}: {reason}' },
  'definition.limit.gene_without_minimum': {
    fr: 'aucun minimum de copies publié pour ce gène de contrôle',
    en: 'no published minimum of copies for this control gene',
  },
  'definition.limit.unknown_copies': {
    fr: 'nombre de copies inconnu, il en faut {needed}',
    en: 'copies not known, {needed} are needed',
  },
  'definition.limit.too_few_copies': {
    fr: 'trop peu de copies, il en faut {needed}',
    en: 'too few copies, {needed} are needed',
  },
  'definition.limit.cartridge': {
    fr: 'hors du domaine de mesure de la cartouche',
    en: 'outside the range that a cartridge reports',
  },
  'definition.reason.atypical_transcript': {
    fr: 'transcrit atypique, sans échelle internationale',
    en: 'atypical transcript, not on the International Scale',
  },
  'definition.reason.off_scale': { fr: 'hors échelle internationale', en: 'not on the International Scale' },
  'definition.reason.rejected': {
    fr: 'rejeté par le contrôle biologique central',
    en: 'rejected by the central biology check',
  },
  'definition.reason.unread': {
    fr: 'pas encore validé par le contrôle biologique central ; seuls les dosages validés sont lus',
    en: 'not yet validated by the central biology check; only validated samples are read',
  },
  'definition.reason.no_value': { fr: 'détectable, valeur absente', en: 'detected, value missing' },
  'definition.reason.value_not_above_zero': {
    fr: 'détectable, valeur nulle ou négative',
    en: 'detected, value not above zero',
  },
  'definition.reason.gene_without_minimum': {
    fr: 'indétectable, sur un gène de contrôle sans minimum publié',
    en: 'undetected, against a control gene without a published minimum',
  },
  'definition.reason.unknown_copies': {
    fr: 'indétectable, nombre de copies inconnu',
    en: 'undetected, copies not known',
  },
  'definition.reason.too_few_copies': {
    fr: 'indétectable, trop peu de copies pour une RM4',
    en: 'undetected, too few copies for MR4',
  },
  'definition.reason.outside_window': { fr: 'hors de la fenêtre', en: 'outside the window' },
  'definition.reason.further_away': { fr: 'plus loin de l’échéance', en: 'further from the month' },
  'definition.reason.later_of_two': {
    fr: 'aussi proche mais plus tardif',
    en: 'as near, but later',
  },
  'definition.reason.lower_of_day': {
    fr: 'plus bas qu’un autre du même jour',
    en: 'lower than another of the same day',
  },
  'definition.reason.less_sensitive_of_day': {
    fr: 'moins sensible qu’un autre du même jour',
    en: 'less sensitive than another of the same day',
  },
  'definition.reason.repeated': { fr: 'même résultat, même jour', en: 'same result, same day' },
  'definition.milestone': {
    fr: '{guideline}, {month} mois : {verdict} ; {limits}',
    en: '{guideline}, {month} months: {verdict}; {limits}',
  },
  'definition.milestone.notAssessed': {
    fr: '{guideline}, {month} mois : non évalué, {reason}',
    en: '{guideline}, {month} months: not assessed, {reason}',
  },
  'definition.milestone.optimalTo': { fr: 'optimal ≤ {limit}', en: 'optimal ≤ {limit}' },
  'definition.milestone.optimalBelow': { fr: 'optimal < {limit}', en: 'optimal < {limit}' },
  'definition.milestone.failureAbove': { fr: 'échec > {limit}', en: 'failure > {limit}' },
  'definition.milestone.failureConfirmed': {
    fr: 'échec > {limit} si confirmé dans les {from} à {to} mois',
    en: 'failure > {limit} if confirmed within {from} to {to} months',
  },
  'definition.notAssessed.tables_not_available': {
    fr: 'tables de cette version non disponibles',
    en: 'tables of this version not available',
  },
  'definition.notAssessed.no_tki': { fr: 'aucun ITK', en: 'no TKI' },
  'definition.notAssessed.atypical_transcript': { fr: 'transcrit atypique', en: 'atypical transcript' },
  'definition.notAssessed.no_sample_in_window': {
    fr: 'aucun prélèvement évaluable dans la fenêtre',
    en: 'no evaluable sample in the window',
  },
  'definition.confirmation.confirmed': {
    fr: 'confirmé par un second prélèvement',
    en: 'confirmed by a second sample',
  },
  'definition.confirmation.refuted': {
    fr: 'non confirmé par le second prélèvement',
    en: 'not confirmed by the second sample',
  },
  'definition.confirmation.not_taken': {
    fr: 'pas de second prélèvement à temps',
    en: 'no second sample in time',
  },
  'definition.rule.eln2020_minimal': { fr: 'ELN 2020, minimum', en: 'ELN 2020, minimal' },
  'definition.rule.eln2020_optimal': { fr: 'ELN 2020, optimum', en: 'ELN 2020, optimal' },
  'definition.rule.filmc2018': { fr: 'Fi-LMC 2018', en: 'Fi-LMC 2018' },
  'definition.rule.euroski': { fr: 'EURO-SKI', en: 'EURO-SKI' },
  'definition.rule.observatory': { fr: 'Observatoire 2022', en: 'Observatory 2022' },
  'definition.answer.yes': { fr: 'éligible', en: 'eligible' },
  'definition.answer.no': { fr: 'non éligible', en: 'not eligible' },
  'definition.answer.unknown': { fr: 'non déterminable', en: 'cannot be determined' },
  'definition.verdict.met': { fr: 'rempli', en: 'met' },
  'definition.verdict.not_met': { fr: 'non rempli', en: 'not met' },
  'definition.verdict.unknown': { fr: 'inconnu', en: 'unknown' },
  'definition.judged': { fr: '{criterion} : {verdict}', en: '{criterion}: {verdict}' },
  'definition.unverified': { fr: '{criterion} (source non vérifiée)', en: '{criterion} (source unverified)' },
  'definition.criterion.first_chronic_phase': {
    fr: 'première phase chronique, sans progression',
    en: 'first chronic phase, no progression',
  },
  'definition.criterion.adult': { fr: 'au moins {years} ans', en: 'aged at least {years}' },
  'definition.criterion.tki_lines': {
    fr: '{most} lignes d’ITK au plus, changement pour intolérance seulement',
    en: 'at most {most} TKI lines, changed for intolerance only',
  },
  'definition.criterion.typical_transcript': {
    fr: 'transcrit e13a2 ou e14a2',
    en: 'transcript e13a2 or e14a2',
  },
  'definition.criterion.tki_years': { fr: 'ITK {duration}', en: 'TKI {duration}' },
  'definition.criterion.tki_years.second': {
    fr: 'ITK {duration} ({second} si 2ᵉ génération seule)',
    en: 'TKI {duration} ({second} if second generation alone)',
  },
  'definition.criterion.deep_response': { fr: '{depth} {duration}', en: '{depth} {duration}' },
  'definition.criterion.no_resistance': {
    fr: 'aucun ITK arrêté pour résistance ou progression',
    en: 'no TKI ended for resistance or progression',
  },
  'definition.criterion.no_milestone_verdict': {
    fr: 'jamais {verdicts} aux jalons {guideline}',
    en: 'never {verdicts} at the milestones of {guideline}',
  },
  'definition.criterion.no_transplant': { fr: 'pas d’allogreffe', en: 'no allogeneic transplant' },
  'definition.read.first_chronic_phase': {
    fr: '{chronic, select, yes {phase chronique au diagnostic} no {pas en phase chronique au diagnostic} other {phase au diagnostic non connue}}, {progressed, select, yes {progression survenue} no {pas de progression} other {progression non connue}}',
    en: '{chronic, select, yes {chronic phase at diagnosis} no {not in chronic phase at diagnosis} other {phase at diagnosis not known}}, {progressed, select, yes {progression has come} no {no progression} other {progression not known}}',
  },
  'definition.read.adult': { fr: '{years, number} ans', en: 'aged {years, number}' },
  'definition.read.tki_lines': {
    fr: '{lines, plural, =0 {aucune ligne d’ITK} one {# ligne d’ITK} other {# lignes d’ITK}}, {intolerance, select, yes {changements pour intolérance ou aucun} no {un changement pour une autre raison} other {raison d’un changement non connue}}',
    en: '{lines, plural, =0 {no TKI line} one {# TKI line} other {# TKI lines}}, {intolerance, select, yes {changes for intolerance or none} no {a change for another reason} other {reason of a change not known}}',
  },
  'definition.read.typical_transcript': {
    fr: '{typical, select, yes {transcrit typique} no {transcrit atypique} other {transcrit non enregistré}}',
    en: '{typical, select, yes {typical transcript} no {atypical transcript} other {transcript not recorded}}',
  },
  'definition.read.tki_years': {
    fr: '{years} d’ITK{second, select, yes {, 2ᵉ génération seule} other {}}',
    en: '{years} of TKI{second, select, yes {, second generation alone} other {}}',
  },
  'definition.read.no_resistance': {
    fr: '{resistance, select, yes {une ligne arrêtée pour résistance ou progression} no {aucune ligne arrêtée pour ces raisons} other {raison d’un arrêt non connue}}',
    en: '{resistance, select, yes {a line ended for resistance or progression} no {no line ended for these reasons} other {reason of an end not known}}',
  },
  'definition.read.no_transplant': {
    fr: '{transplanted, select, yes {allogreffe enregistrée} other {aucune allogreffe enregistrée}}',
    en: '{transplanted, select, yes {transplant recorded} other {no transplant recorded}}',
  },
  'definition.run': {
    fr: '{depth} depuis {months} mois : {samples, plural, one {# prélèvement} other {# prélèvements}}, du jour {first, number} au jour {last, number}.',
    en: '{depth} for {months} months: {samples, plural, one {# sample} other {# samples}}, from day {first, number} to day {last, number}.',
  },
  'definition.run.brokenBy': {
    fr: 'Le dernier prélèvement moins profond est du jour {day, number}.',
    en: 'The last sample that is less deep is of day {day, number}.',
  },
  'definition.run.none': {
    fr: '{depth} : le dernier prélèvement évaluable n’est pas aussi profond.',
    en: '{depth}: the last evaluable sample is not as deep.',
  },
  'definition.run.unknown': {
    fr: '{depth} : aucun prélèvement évaluable, donc inconnu.',
    en: '{depth}: no evaluable sample, so not known.',
  },
  'definition.notJudged.motivation': { fr: 'motivation du patient', en: 'motivation of the patient' },
  'definition.notJudged.laboratory': {
    fr: 'RT-qPCR de qualité et rapide',
    en: 'RT-qPCR of quality, with rapid results',
  },
  'definition.notJudged.monitoring': { fr: 'accord pour la surveillance', en: 'agreement to monitoring' },
} as const satisfies MessageGroup;
