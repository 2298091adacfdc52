import type { MessageGroup } from '../message';

/** The question of each indicator, and its rule: who is in the denominator, what meets it, what is not known. */
export const indicatorMessages = {
  'indicator.early_inclusion': {
    fr: 'Inclus dans le registre dans les six mois du diagnostic',
    en: 'Included in the registry within half a year of diagnosis',
  },
  'indicator.early_inclusion.rule': {
    fr: 'Tous les patients. Atteint : inclusion au plus tard 182 jours après le diagnostic ; les autres sont des cas prévalents.',
    en: 'Every patient. Met: included at most 182 days after diagnosis; the others are prevalent cases.',
  },
  'indicator.second_generation_first': {
    fr: 'ITK de 2ᵉ génération en première intention',
    en: 'Second-generation TKI as the first one',
  },
  'indicator.second_generation_first.rule': {
    fr: 'Patients ayant reçu un ITK. Atteint : le premier est le dasatinib, le nilotinib, le bosutinib ou un ITK de 2ᵉ génération avec interféron.',
    en: 'Patients with a TKI. Met: the first is dasatinib, nilotinib, bosutinib or a second-generation TKI with interferon.',
  },
  'indicator.generic_imatinib': { fr: 'Imatinib générique', en: 'Generic imatinib' },
  'indicator.generic_imatinib.rule': {
    fr: 'Lignes d’imatinib seul. Atteint : générique ; non connu quand ce n’est pas renseigné.',
    en: 'Lines of imatinib alone. Met: a generic; not known when it is not recorded.',
  },
  'indicator.switch_within_12_months': {
    fr: 'Changement d’ITK dans les douze mois',
    en: 'Switch to another TKI within twelve months',
  },
  'indicator.switch_within_12_months.rule': {
    fr: 'Patients ayant reçu un ITK et suivis 365 jours ensuite. Atteint : une deuxième ligne d’ITK commence dans ces 365 jours.',
    en: 'Patients with a TKI who were followed for 365 days after its start. Met: a second TKI line begins within them.',
  },
  'indicator.stop_attempted_when_eligible': {
    fr: 'Arrêt tenté parmi les patients éligibles',
    en: 'Stop attempted among eligible patients',
  },
  'indicator.stop_attempted_when_eligible.rule': {
    fr: 'Patients éligibles à l’arrêt selon la règle de l’Observatoire, jugée au premier arrêt ou au dernier contact. Atteint : au moins un arrêt en réponse profonde.',
    en: 'Patients eligible to stop by the Observatory’s rule, judged at the first stop or the last contact. Met: at least one stop in deep response.',
  },
  'indicator.sample_at_3_months': {
    fr: 'Échantillon évaluable à 3 mois',
    en: 'Evaluable sample at 3 months',
  },
  'indicator.sample_at_3_months.rule': {
    fr: 'Patients sous ITK, transcrit sur l’échelle internationale, suivis jusqu’à la fin de la fenêtre (2 à 4,5 mois). Atteint : un échantillon évaluable dans la fenêtre.',
    en: 'Patients on a TKI with a transcript on the International Scale, followed to the end of the window (2 to 4.5 months). Met: an evaluable sample in the window.',
  },
  'indicator.sample_at_6_months': {
    fr: 'Échantillon évaluable à 6 mois',
    en: 'Evaluable sample at 6 months',
  },
  'indicator.sample_at_6_months.rule': {
    fr: 'Patients sous ITK, transcrit sur l’échelle internationale, suivis jusqu’à la fin de la fenêtre (4,5 à 9 mois). Atteint : un échantillon évaluable dans la fenêtre.',
    en: 'Patients on a TKI with a transcript on the International Scale, followed to the end of the window (4.5 to 9 months). Met: an evaluable sample in the window.',
  },
  'indicator.sample_at_12_months': {
    fr: 'Échantillon évaluable à 12 mois',
    en: 'Evaluable sample at 12 months',
  },
  'indicator.sample_at_12_months.rule': {
    fr: 'Patients sous ITK, transcrit sur l’échelle internationale, suivis jusqu’à la fin de la fenêtre (9 à 15 mois). Atteint : un échantillon évaluable dans la fenêtre.',
    en: 'Patients on a TKI with a transcript on the International Scale, followed to the end of the window (9 to 15 months). Met: an evaluable sample in the window.',
  },
  'indicator.quarterly_until_mmr': {
    fr: 'Prélèvements trimestriels jusqu’à la RMM',
    en: 'Quarterly samples until MMR',
  },
  'indicator.quarterly_until_mmr.rule': {
    fr: 'Patients suivis 365 jours sous ITK, à partir de leur inclusion. Atteint : avant la RMM et dans ces jours, aucune attente entre deux prélèvements de plus de 136 jours (4,5 mois : les trois mois de l’ELN et la moitié en plus).',
    en: 'Patients followed for 365 days on a TKI, from their inclusion on. Met: before MMR and within those days no wait for a sample of more than 136 days (4.5 months: the three months of the ELN and half of it more).',
  },
  'indicator.six_monthly_in_mmr': {
    fr: 'Prélèvements au moins semestriels en RMM sous ITK',
    en: 'Samples at least every six months in MMR on a TKI',
  },
  'indicator.six_monthly_in_mmr.rule': {
    fr: 'Patients suivis sous ITK pendant les 365 jours qui suivent la première RMM. Atteint : aucune attente de plus de 273 jours commencée dans ces jours (9 mois : les trois à six mois de l’ELN et la moitié en plus).',
    en: 'Patients followed on a TKI for the 365 days after the first MMR. Met: no wait of more than 273 days that began within them (9 months: the three to six months of the ELN and half of it more).',
  },
  'indicator.monthly_after_stop': {
    fr: 'Suivi mensuel après un arrêt',
    en: 'Monthly samples after a stop',
  },
  'indicator.monthly_after_stop.rule': {
    fr: 'Arrêts suivis 182 jours sans reprise. Atteint : au moins cinq jours avec un échantillon dans ces 182 jours.',
    en: 'Stops followed for 182 days without a restart. Met: at least five days with a sample within those 182 days.',
  },
  'indicator.no_gap_after_stop': {
    fr: 'Sans trou de plus de deux mois dans les six mois d’un premier arrêt',
    en: 'No gap of more than two months in the half-year after a first stop',
  },
  'indicator.no_gap_after_stop.rule': {
    fr: 'Premiers arrêts suivis 182 jours sans reprise. Atteint : aucune attente de plus de 60 jours entre l’arrêt et les prélèvements qui suivent (le double du mois de l’ELN).',
    en: 'First stops followed for 182 days without a restart. Met: no wait of more than 60 days between the stop and the samples after it (twice the month of the ELN).',
  },
  'indicator.fit_for_mr4_5': {
    fr: 'Échantillons aptes à montrer RM4,5',
    en: 'Samples fit to show MR4.5',
  },
  'indicator.fit_for_mr4_5.rule': {
    fr: 'Échantillons sur l’échelle internationale, non rejetés. Atteint : au moins 32 000 copies d’ABL1 ou 77 000 de GUSB (seuil GUSB non vérifié) ; non connu sans nombre de copies.',
    en: 'Samples on the International Scale that were not rejected. Met: at least 32,000 copies of ABL1 or 77,000 of GUSB (GUSB limit unverified); not known without copies.',
  },
  'indicator.mutation_at_failure': {
    fr: 'Mutation d’ABL1 trouvée lors d’un échec (ELN 2020)',
    en: 'ABL1 mutation found at failure (ELN 2020)',
  },
  'indicator.mutation_at_failure.rule': {
    fr: 'Patients en échec à 3, 6 ou 12 mois, suivis six mois après la fenêtre. Atteint : une mutation trouvée entre le début de la fenêtre du premier échec et ces six mois. Un extrait contient les mutations trouvées, pas les recherches : « non atteint » veut dire non trouvée ou non cherchée, et la part recherchée n’est pas connue.',
    en: 'Patients with a failure at 3, 6 or 12 months, followed for six months after its window. Met: a mutation found between the begin of the window of the first failure and the end of those months. An extract holds the mutations found, not the tests: “not met” is none found or none sought, and the share tested is not known.',
  },
  'indicator.optimal_at_3_months': {
    fr: 'Réponse optimale à 3 mois (ELN 2020)',
    en: 'Optimal response at 3 months (ELN 2020)',
  },
  'indicator.optimal_at_3_months.rule': {
    fr: 'Patients sous ITK, transcrit sur l’échelle internationale, suivis jusqu’à la fin de la fenêtre. Atteint : BCR::ABL1 IS ≤ 10 % ; non connu sans échantillon évaluable.',
    en: 'Patients on a TKI with a transcript on the International Scale, followed to the end of the window. Met: BCR::ABL1 IS ≤ 10 %; not known without an evaluable sample.',
  },
  'indicator.optimal_at_6_months': {
    fr: 'Réponse optimale à 6 mois (ELN 2020)',
    en: 'Optimal response at 6 months (ELN 2020)',
  },
  'indicator.optimal_at_6_months.rule': {
    fr: 'Patients sous ITK, transcrit sur l’échelle internationale, suivis jusqu’à la fin de la fenêtre. Atteint : BCR::ABL1 IS ≤ 1 % ; non connu sans échantillon évaluable.',
    en: 'Patients on a TKI with a transcript on the International Scale, followed to the end of the window. Met: BCR::ABL1 IS ≤ 1 %; not known without an evaluable sample.',
  },
  'indicator.optimal_at_12_months': {
    fr: 'Réponse optimale à 12 mois (ELN 2020)',
    en: 'Optimal response at 12 months (ELN 2020)',
  },
  'indicator.optimal_at_12_months.rule': {
    fr: 'Patients sous ITK, transcrit sur l’échelle internationale, suivis jusqu’à la fin de la fenêtre. Atteint : BCR::ABL1 IS ≤ 0,1 % (RMM) ; non connu sans échantillon évaluable.',
    en: 'Patients on a TKI with a transcript on the International Scale, followed to the end of the window. Met: BCR::ABL1 IS ≤ 0.1 % (MMR); not known without an evaluable sample.',
  },
  'indicator.free_12_months_after_stop': {
    fr: 'Sans récidive moléculaire un an après l’arrêt',
    en: 'Free of molecular recurrence one year after the stop',
  },
  'indicator.free_12_months_after_stop.rule': {
    fr: 'Premiers arrêts en réponse profonde, de patients suivis 365 jours ensuite. Atteint : aucune valeur > 0,1 % IS pendant ces jours ; non connu quand les échantillons s’arrêtent avant. Une part, pas une courbe : les perdus de vue n’y comptent pas, voir la courbe de Kaplan-Meier.',
    en: 'First stops in deep response, of patients followed for 365 days after. Met: no value above 0.1 % IS in them; not known when the samples end before. A share, not a curve: those lost to follow-up are left out, see the Kaplan-Meier curve.',
  },
  'indicator.intolerance_within_24_months': {
    fr: 'Premier ITK arrêté pour intolérance dans les deux ans',
    en: 'First TKI stopped for intolerance within two years',
  },
  'indicator.intolerance_within_24_months.rule': {
    fr: 'Patients ayant reçu un ITK et suivis 730 jours ensuite. Atteint : arrêt du premier pour intolérance dans ces jours ; non connu sans raison d’arrêt.',
    en: 'Patients with a TKI who were followed for 730 days after its start. Met: the first is stopped for intolerance within them; not known without a reason of the stop.',
  },
  'indicator.withdrawal_syndrome': {
    fr: 'Syndrome de sevrage après un arrêt',
    en: 'Withdrawal syndrome after a stop',
  },
  'indicator.withdrawal_syndrome.rule': {
    fr: 'Tous les arrêts en réponse profonde. Atteint : douleurs musculo-squelettiques de sevrage notées ; non connu quand rien n’est renseigné.',
    en: 'Every stop in deep response. Met: musculoskeletal withdrawal symptoms were recorded; not known when nothing is.',
  },
} as const satisfies MessageGroup;
