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

/** The intention to treat is the paper's; that progression and death compete is of this dashboard. */
const ittSource = 'Saugues et al., Ann Hematol 2022, doi:10.1007/s00277-022-04955-z (intention to treat)';

/** Two tests above the limit; a stop ends the time on treatment, and competes. */
const lossOnTreatment = <Origin extends 'first_mmr' | 'first_mr4'>(depth: LossDepth, origin: Origin) =>
  ({
    ...firstStop,
    origin: { event: origin },
    event: [{ kind: 'loss_of_response', depth, tests: 2 }],
    competing: [stop, progression, death],
  }) as const;

/** Endpoints in use, and where each is defined. */
export const endpointPresets = {
  /** Molecular-recurrence-free survival. */
  'euro-ski-mrfs': {
    source: 'EURO-SKI, doi:10.1016/S1470-2045(18)30192-X',
    endpoint: { ...firstStop, event: [lossOfMmr], censoring: [restart] },
  },
  /** Molecular treatment-free survival: the same, and a restart without loss of MMR is an event. */
  'euro-ski-mtfs': {
    source: 'EURO-SKI, doi:10.1016/S1470-2045(18)30192-X',
    endpoint: { ...firstStop, event: [lossOfMmr, restart] },
  },
  stim: {
    source: 'STIM1 (Etienne et al., J Clin Oncol 2017)',
    endpoint: { ...firstStop, event: [{ kind: 'stim_recurrence' }], censoring: [restart] },
  },
  'confirmed-mrfs': {
    source: 'unverified',
    endpoint: { ...firstStop, event: [{ ...lossOfMmr, tests: 2 }], censoring: [restart] },
  },
  /** Cumulative incidence of relapse. */
  relapse: {
    source: 'Guilhot et al., Blood 2012;119:5963 (competing events)',
    endpoint: { ...firstStop, event: [lossOfMmr], competing: [restart, death] },
  },
  'overall-survival': {
    source: 'unverified',
    endpoint: { ...survival, origin: { event: 'diagnosis' }, event: [death] },
  },
  'progression-free-survival': {
    source: 'unverified',
    endpoint: { ...survival, origin: { event: 'first_tki' }, event: [progression, death] },
  },
  'event-free-survival': {
    source: 'unverified',
    endpoint: {
      ...survival,
      origin: { event: 'first_tki' },
      event: [{ kind: 'failure' }, progression, death],
    },
  },
  /** Survival of the first drug by reason of its end. */
  'drug-survival': {
    source: 'unverified',
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
  'mmr-itt': { source: ittSource, endpoint: intentionToTreat('MMR') },
  'mr4-itt': { source: ittSource, endpoint: intentionToTreat('MR4') },
  'mr4_5-itt': { source: ittSource, endpoint: intentionToTreat('MR4.5') },
  'mr5-itt': { source: ittSource, endpoint: intentionToTreat('MR5') },
  /** The same on the first TKI. */
  'mmr-on-drug': { source: 'unverified', endpoint: onFirstTki('MMR') },
  'mr4-on-drug': { source: 'unverified', endpoint: onFirstTki('MR4') },
  'mr4_5-on-drug': { source: 'unverified', endpoint: onFirstTki('MR4.5') },
  'mr5-on-drug': { source: 'unverified', endpoint: onFirstTki('MR5') },
  /** Time to a sustained deep response; who stops before has none on treatment. */
  'sustained-deep': {
    source: 'unverified',
    endpoint: {
      ...sinceFirstTki,
      event: [{ kind: 'sustained_response' }],
      competing: [stop, progression, death],
    },
  },
  /** Loss of a response on treatment, confirmed by a second test, since the response was first reached. */
  'mmr-loss': { source: 'unverified', endpoint: lossOnTreatment('MMR', 'first_mmr') },
  'mr4-loss': { source: 'unverified', endpoint: lossOnTreatment('MR4', 'first_mr4') },
  /** Treatment-free remission after the second stop. */
  'second-tfr': {
    source: 'unverified',
    endpoint: {
      ...firstStop,
      origin: { event: 'stop', number: 2 },
      event: [lossOfMmr],
      censoring: [restart],
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly source: string; readonly endpoint: EndpointDefinition }>
>;

export type EndpointPresetId = keyof typeof endpointPresets;
export const endpointPresetIds = Object.keys(endpointPresets) as readonly EndpointPresetId[];

/** The preset that says the same as a definition; `null` for one of the reader's own. */
export const presetOf = (endpoint: EndpointDefinition): EndpointPresetId | null =>
  endpointPresetIds.find((id) => isSameEndpoint(endpointPresets[id].endpoint, endpoint)) ?? null;
