import type { MessageGroup } from '../message';

export const endpointMessages = {
  'endpoint.sentence': {
    fr: 'Depuis {origin}{entry} ; événement : {events}{competing}. Censure : {censoring}{landmark}{horizon}.',
    en: 'From {origin}{entry}; event: {events}{competing}. Censored at {censoring}{landmark}{horizon}.',
  },
  'endpoint.entry.inclusion': {
    fr: ', à risque dès l’inclusion dans le registre (troncature à gauche)',
    en: ', at risk from inclusion in the registry (left truncation)',
  },
  'endpoint.competing': {
    fr: ' ; événements concurrents : {events}',
    en: '; competing events: {events}',
  },
  'endpoint.first': { fr: ', au premier survenu', en: ', whichever comes first' },
  'endpoint.followUp.last_sample': {
    fr: 'dernier échantillon interprétable',
    en: 'the last sample that tells',
  },
  'endpoint.followUp.last_contact': { fr: 'dernier contact', en: 'last contact' },
  'endpoint.censoring': {
    fr: '{end}, au plus tard : {events}',
    en: '{end}, at the latest at {events}',
  },
  'endpoint.landmark': {
    fr: ' ; analyse à partir du mois {months} chez les patients encore suivis et sans événement (landmark)',
    en: '; analysed from month {months} on in patients still followed and event-free (landmark)',
  },
  'endpoint.horizon': {
    fr: ' ; suivi limité à {months} mois',
    en: '; follow-up cut off at {months} months',
  },
  'endpoint.event.loss_of_response.1': {
    fr: 'un prélèvement > {percent} % IS (perte de la {depth})',
    en: 'one test > {percent} % IS (loss of {depth})',
  },
  'endpoint.event.loss_of_response.2': {
    fr: 'deux prélèvements consécutifs > {percent} % IS (perte confirmée de la {depth}, datée du premier)',
    en: 'two consecutive tests > {percent} % IS (confirmed loss of {depth}, on the day of the first)',
  },
  'endpoint.event.stim_recurrence': {
    fr: 'un prélèvement positif suivi d’une hausse d’au moins 1 log au suivant, ou un prélèvement > {percent} % IS (règle de STIM)',
    en: 'a positive test followed by a rise of at least 1 log in the next, or one test > {percent} % IS (STIM rule)',
  },
  'endpoint.event.failure': {
    fr: 'échec selon l’ELN 2020 à tout moment (> {percent} % IS sous traitement, après la première RMM ou dès le mois {month})',
    en: 'failure by ELN 2020 at any time (> {percent} % IS on treatment, after the first MMR or from month {month})',
  },
  'endpoint.event.restart': { fr: 'reprise du traitement', en: 'restart of treatment' },
  'endpoint.event.progression': {
    fr: 'progression en phase accélérée ou blastique',
    en: 'progression to accelerated or blast phase',
  },
  'endpoint.event.response': {
    fr: 'première {depth} ou réponse plus profonde',
    en: 'first {depth} or deeper response',
  },
  'endpoint.event.sustained_response': {
    fr: 'réponse profonde maintenue (RM4 à chacun d’au moins 4 tests sur 24 mois)',
    en: 'sustained deep response (MR4 in each of at least 4 tests over 24 months)',
  },
  'endpoint.event.stop': {
    fr: 'premier arrêt en réponse profonde',
    en: 'first stop in deep response',
  },
  'endpoint.event.first_tki_end': {
    fr: 'fin du premier ITK (arrêt ou changement)',
    en: 'end of the first TKI (stop or switch)',
  },
  'endpoint.event.death': { fr: 'décès', en: 'death' },
  'endpoint.event.line_end': {
    fr: 'fin de la ligne ({reasons})',
    en: 'end of the line ({reasons})',
  },
} as const satisfies MessageGroup;
