import type { MessageGroup } from '../message';

export const eligibilityMessages = {
  'eligibility.title': { fr: 'Éligibilité à l’arrêt', en: 'Eligibility to stop' },
  'eligibility.figure': { fr: 'Du traitement à l’arrêt', en: 'From treatment to a stop' },
  'eligibility.x': { fr: 'Patients traités par ITK', en: 'Patients treated with a TKI' },
  'eligibility.step.deep': { fr: 'RM4 au moins une fois', en: 'MR4 at least once' },
  'eligibility.step.sustained': { fr: 'Réponse profonde maintenue', en: 'Sustained deep response' },
  'eligibility.step.eln2020_minimal': { fr: 'Éligible, ELN 2020 minimal', en: 'Eligible, ELN 2020 minimal' },
  'eligibility.step.eln2020_optimal': { fr: 'Éligible, ELN 2020 optimal', en: 'Eligible, ELN 2020 optimal' },
  'eligibility.step.filmc2018': { fr: 'Éligible, Fi-LMC 2018', en: 'Eligible, Fi-LMC 2018' },
  'eligibility.step.euroski': { fr: 'Éligible, EURO-SKI', en: 'Eligible, EURO-SKI' },
  'eligibility.step.observatory': { fr: 'Éligible, Observatoire', en: 'Eligible, Observatory' },
  'eligibility.step.stopped': { fr: 'Arrêt en réponse profonde', en: 'Stopped in deep response' },
  'eligibility.kind.met': { fr: 'Oui', en: 'Yes' },
  'eligibility.kind.notMet': { fr: 'Non', en: 'No' },
  'eligibility.kind.unknown': { fr: 'Non connu', en: 'Not known' },
  'eligibility.column.step': { fr: 'Étape', en: 'Step' },
  'eligibility.column.met': { fr: 'Oui', en: 'Yes' },
  'eligibility.column.notMet': { fr: 'Non', en: 'No' },
  'eligibility.column.unknown': { fr: 'Non connu', en: 'Not known' },
  'eligibility.column.stopped': { fr: 'Oui, et arrêt', en: 'Yes, and stopped' },
  'eligibility.column.stoppedOtherwise': {
    fr: 'Arrêt sans « oui »',
    en: 'Stopped without a “yes”',
  },
  'eligibility.summary': {
    fr: '{eligible, number} des {treated, number} patients traités peuvent arrêter selon l’ELN 2020 (minimal) ; {stopped, number} ont arrêté.',
    en: '{eligible, number} of {treated, number} treated patients may stop by ELN 2020 (minimal); {stopped, number} have stopped.',
  },
  'eligibility.denominator': {
    fr: 'Chaque étape porte sur les {treated, number} patients traités par ITK, sur {patients, number} de la cohorte.',
    en: 'Every step is asked of the {treated, number} patients treated with a TKI, out of {patients, number} in the cohort.',
  },
  'eligibility.method': {
    fr: 'L’éligibilité est jugée le jour du premier arrêt, ou au dernier contact sans arrêt. Les règles ne s’emboîtent pas : chacune est jugée seule, et « non connu » n’est pas « non ». Réponse maintenue : RM4 sur 24 mois avec au moins quatre tests et sans exception, au dernier échantillon. Les seuils et leurs sources : voir les définitions de chaque règle dans l’éditeur de cohorte.',
    en: 'Eligibility is judged on the day of the first stop, or at the last contact without one. The rules do not contain each other: each is judged by itself, and “not known” is not “no”. Sustained response: MR4 over 24 months with at least four tests and no exception, at the last sample. For limits and sources see the definitions of each rule in the cohort editor.',
  },
  'eligibility.why': { fr: 'Pourquoi cette éligibilité à l’arrêt', en: 'Why this eligibility to stop' },
  'eligibility.judgedOn': {
    fr: 'Jugée au jour {day, number}, {stopped, select, yes {celui du premier arrêt} other {celui du dernier contact}}.',
    en: 'Judged on day {day, number}, {stopped, select, yes {that of the first stop} other {that of the last contact}}.',
  },
  'eligibility.notJudged': { fr: 'Jamais jugé ici : {list}.', en: 'Never judged here: {list}.' },
  'eligibility.runSamples': { fr: 'Prélèvements retenus', en: 'Samples used' },
  'eligibility.unseen.eln2025': {
    fr: 'ELN 2025 : non jugé, la table des conditions d’arrêt n’a pas été vue ({source}).',
    en: 'ELN 2025: not judged, the table of the requirements for a stop was not seen ({source}).',
  },
  'eligibility.whyHere': {
    fr: 'Pourquoi un patient est éligible ou non : ouvrez-le à l’écran « Patients », sous « Pourquoi cette éligibilité à l’arrêt ».',
    en: 'Why a patient is eligible or not: open the patient on the screen “Patients”, under “Why this eligibility to stop”.',
  },
  'eligibility.nobody': {
    fr: 'Personne de cette cohorte n’a reçu d’ITK.',
    en: 'Nobody in this cohort had a TKI.',
  },
} as const satisfies MessageGroup;
