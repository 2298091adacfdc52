import { lineStopReasons } from '@core/domain/extract-tables';
import {
  type EndpointDefinition,
  isSameEndpoint,
  type LossDepth,
  type ReachedDepth,
} from './endpoint-definition';

const firstStop = {
  origin: { event: 'stop', number: 1 },
  entry: 'none',
  competing: [],
  censoring: [],
  followUp: 'last_sample',
  landmarkMonths: null,
  horizonMonths: null,
} as const;
const survival = { ...firstStop, entry: 'inclusion', followUp: 'last_contact' } as const;
const lossOfMmr = { kind: 'loss_of_response', depth: 'MMR', tests: 1 } as const;
const [restart, stop, death, progression] = [
  { kind: 'restart' },
  { kind: 'stop' },
  { kind: 'death' },
  { kind: 'progression' },
] as const;

const namedReasons = ['resistance', 'progression', 'intolerance', 'treatment_free_remission', 'death'];
const otherReasons = lineStopReasons.filter((reason) => !namedReasons.includes(reason));

const sinceFirstTki = { ...firstStop, origin: { event: 'first_tki' } } as const;
const reached = (depth: ReachedDepth) => ({ kind: 'response', depth }) as const;
/** Whatever is taken: a switch changes nothing; progression and death compete. */
const intentionToTreat = (depth: ReachedDepth) =>
  ({ ...sinceFirstTki, event: [reached(depth)], competing: [progression, death] }) as const;
/** The same on the first TKI: its end competes, because what comes later is no response to it. */
const onFirstTki = (depth: ReachedDepth) =>
  ({ ...intentionToTreat(depth), competing: [{ kind: 'first_tki_end' }, progression, death] }) as const;

/** Two tests above the limit; a stop ends the time on treatment, and competes. */
const lossOnTreatment = <Origin extends 'first_mmr' | 'first_mr4'>(depth: LossDepth, origin: Origin) =>
  ({
    ...firstStop,
    origin: { event: origin },
    event: [{ kind: 'loss_of_response', depth, tests: 2 }],
    competing: [stop, progression, death],
  }) as const;

/** Where an endpoint was read, and how much of it. */
export interface PresetSource {
  /** `unverified`: none was read. */
  readonly source: string;
  /**
   * `event`: the event is the source's, whereas who enters late, what competes and what censors is of this dashboard; `part`: a
   * part of the event; `method`: how it is estimated; `nothing`: no source was read.
   */
  readonly covers: 'event' | 'part' | 'method' | 'nothing';
}

const unverified = { source: 'unverified', covers: 'nothing' } as const;
const event = (source: string) => ({ source, covers: 'event' }) as const;
const part = (source: string) => ({ source, covers: 'part' }) as const;
const method = (source: string) => ({ source, covers: 'method' }) as const;

/** A response has a competing risk, so that its cumulative incidence is estimated and not 1 − Kaplan-Meier: the abstract. */
const cumulativeIncidence = 'Pfirrmann et al., Leukemia 2011, nature.com/articles/leu2011116';
/** The intention to treat is the registry's paper; that progression competes beside death is of this dashboard. */
const itt = method(
  `Saugues et al., Ann Hematol 2022, doi:10.1007/s00277-022-04955-z; ${cumulativeIncidence}`,
);
const onDrug = method(cumulativeIncidence);

/** Endpoints in use, and where each was read; the docblocks say where a source differs. */
export const endpointPresets = {
  /** Molecular-recurrence-free survival: loss of MMR, > 0.1 % IS, at one time point. */
  'euro-ski-mrfs': {
    ...event('EURO-SKI: Saussele et al., Lancet Oncol 2018;19:747, doi:10.1016/S1470-2045(18)30192-X'),
    endpoint: { ...firstStop, event: [lossOfMmr], censoring: [restart] },
  },
  /**
   * Molecular treatment-free survival: the same, and a restart without loss of MMR is an event. It is of the final analysis
   * (15 such restarts; 46 % at 36 months beside 48 %), not of the paper of 2018; whether a death counts was not read.
   */
  'euro-ski-mtfs': {
    ...event(
      'EURO-SKI: Mahon et al., J Clin Oncol 2024 (June), Clinical Trial Update; EHA 2021, conferences.medicom-publishers.com',
    ),
    endpoint: { ...firstStop, event: [lossOfMmr, restart] },
  },
  /** A positive test that a second one confirms by a rise of one log, or loss of MMR. */
  stim: {
    ...event(
      'STIM1: Etienne et al., J Clin Oncol 2017;35:298; Blood Neoplasia 2025, doi:10.1016/j.bneo.2025.100177',
    ),
    endpoint: { ...firstStop, event: [{ kind: 'stim_recurrence' }], censoring: [restart] },
  },
  /** The first of two consecutive tests > 0.1 %; in DESTINY time begins with the halved dose, a year before the stop. */
  'confirmed-mrfs': {
    ...event('DESTINY: Clark et al., Lancet Haematol 2019;6:e375; EHA 2018, congresmailinghematologie.nl'),
    endpoint: { ...firstStop, event: [{ ...lossOfMmr, tests: 2 }], censoring: [restart] },
  },
  /** Cumulative incidence of relapse, the loss of MMR. */
  relapse: {
    ...event('STOP 2G-TKI: Rea et al., Blood 2017;129:846, doi:10.1182/blood-2016-09-742205'),
    endpoint: { ...firstStop, event: [lossOfMmr], competing: [restart, death] },
  },
  /** Death from any cause; who is included after the diagnosis is at risk from the inclusion on. */
  'overall-survival': {
    ...method('Betensky & Mandel, Ann Neurol 2015;78:839, doi:10.1002/ana.24538'),
    endpoint: { ...survival, origin: { event: 'diagnosis' }, event: [death] },
  },
  /** Progression is that to accelerated or blast phase; that a death counts too was read nowhere. */
  'progression-free-survival': {
    ...part('Hematology 2020;2020:228, doi:10.1182/hematology.2020000108, Table 4'),
    endpoint: { ...survival, origin: { event: 'first_tki' }, event: [progression, death] },
  },
  /**
   * Failure is that of ELN 2020. Papers differ: one counts loss of a haematological or cytogenetic response, toxicity and lack of
   * efficacy, progression and death since the start of treatment (PMC3221527), and a review finds no standard
   * (doi:10.3109/10428194.2011.653786).
   */
  'event-free-survival': {
    ...part('Hochhaus et al., Leukemia 2020, doi:10.1038/s41375-020-0776-2'),
    endpoint: {
      ...survival,
      origin: { event: 'first_tki' },
      event: [{ kind: 'failure' }, progression, death],
    },
  },
  /** Survival of the first drug by reason of its end. */
  'drug-survival': {
    ...unverified,
    endpoint: {
      ...survival,
      origin: { event: 'line_start', number: 1 },
      event: [{ kind: 'line_end', reasons: ['resistance', 'progression'] }],
      competing: [
        { kind: 'line_end', reasons: ['intolerance'] },
        { kind: 'line_end', reasons: ['treatment_free_remission'] },
        { kind: 'line_end', reasons: otherReasons },
        { kind: 'line_end', reasons: ['death'] },
        death,
      ],
    },
  },
  /** Cumulative incidences of the first response of a depth, by intention to treat. */
  'mmr-itt': { ...itt, endpoint: intentionToTreat('MMR') },
  'mr4-itt': { ...itt, endpoint: intentionToTreat('MR4') },
  'mr4_5-itt': { ...itt, endpoint: intentionToTreat('MR4.5') },
  'mr5-itt': { ...itt, endpoint: intentionToTreat('MR5') },
  /** The same on the first TKI. */
  'mmr-on-drug': { ...onDrug, endpoint: onFirstTki('MMR') },
  'mr4-on-drug': { ...onDrug, endpoint: onFirstTki('MR4') },
  'mr4_5-on-drug': { ...onDrug, endpoint: onFirstTki('MR4.5') },
  'mr5-on-drug': { ...onDrug, endpoint: onFirstTki('MR5') },
  /** Time to a sustained deep response; who stops before has none on treatment. */
  'sustained-deep': {
    ...event('Etienne et al. 2020, PMC7565328'),
    endpoint: {
      ...sinceFirstTki,
      event: [{ kind: 'sustained_response' }],
      competing: [stop, progression, death],
    },
  },
  /** Loss of a response on treatment, confirmed by a second test, since the response was first reached. */
  'mmr-loss': {
    ...event('Haematologica 2019;104(11):2206, haematologica.org/content/104/11/2206'),
    endpoint: lossOnTreatment('MMR', 'first_mmr'),
  },
  /** By analogy with MMR. */
  'mr4-loss': { ...unverified, endpoint: lossOnTreatment('MR4', 'first_mr4') },
  /** Treatment-free remission after the second stop: by analogy with the first. */
  'second-tfr': {
    ...unverified,
    endpoint: {
      ...firstStop,
      origin: { event: 'stop', number: 2 },
      event: [lossOfMmr],
      censoring: [restart],
    },
  },
} as const satisfies Readonly<Record<string, PresetSource & { readonly endpoint: EndpointDefinition }>>;

export type EndpointPresetId = keyof typeof endpointPresets;
export const endpointPresetIds = Object.keys(endpointPresets) as readonly EndpointPresetId[];

/** The preset that says the same as a definition; `null` for one of the reader's own. */
export const presetOf = (endpoint: EndpointDefinition): EndpointPresetId | null =>
  endpointPresetIds.find((id) => isSameEndpoint(endpointPresets[id].endpoint, endpoint)) ?? null;
