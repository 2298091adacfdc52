import { compositeOf } from '@core/endpoint/endpoint-definition';
import { endpointExit } from '@core/endpoint/endpoint-exit';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import { type Given, line, recordOf, sample } from '@tests/support/hand-made-record';
import { describe, expect, it } from 'vitest';

/** Stopped on day 1000, dead on day 4000: the exit in days since the stop. */
const exitOf = (preset: EndpointPresetId, given: Given) =>
  endpointExit(recordOf(given), endpointPresets[preset].endpoint);
const stopped = (samples: Given['samples'], restart: number | null = null): Given => ({
  lines: [line(1, 0, 1000)],
  stops: [[1, 1000, restart]],
  samples: samples ?? [],
});
const event = (day: number, kind = 0) => ({ excluded: null, entry: null, day, kind });
const censored = (day: number) => ({ excluded: null, entry: null, day, kind: null });
const deep = sample(1100, null);

describe('how a patient leaves an endpoint after a stop', () => {
  const cases: readonly [string, Given, Readonly<Partial<Record<EndpointPresetId, object>>>][] = [
    [
      'never a value above 0.1 %',
      stopped([deep, sample(1400, 0.1)]),
      {
        'euro-ski-mrfs': censored(400),
        'euro-ski-mtfs': censored(400),
        // 0.1 % after an undetected one is positive once, and nothing follows it.
        stim: censored(400),
        relapse: event(3000, 2),
      },
    ],
    [
      'one value above 0.1 %, not confirmed',
      stopped([deep, sample(1200, 0.11), sample(1300, 0.02)]),
      { 'euro-ski-mrfs': event(200), 'confirmed-mrfs': censored(300), stim: event(200), relapse: event(200) },
    ],
    [
      'two consecutive values above 0.1 %: the first is the day',
      stopped([sample(1200, 0.2), sample(1300, 0.5)]),
      { 'confirmed-mrfs': event(200), 'euro-ski-mrfs': event(200) },
    ],
    [
      'a rise of one log below 0.1 %',
      stopped([sample(1100, 0.004), sample(1200, 0.04)]),
      { stim: event(100), 'euro-ski-mrfs': censored(200) },
    ],
    [
      'a rise of less than one log',
      stopped([sample(1100, 0.004), sample(1200, 0.039)]),
      { stim: censored(200) },
    ],
    [
      'a restart without loss of MMR, and a loss after it',
      stopped([deep, sample(1500, 3)], 1300),
      {
        'euro-ski-mrfs': censored(100),
        'euro-ski-mtfs': event(300, 1),
        relapse: event(300, 1),
      },
    ],
    [
      'loss and restart on one day: the loss is listed first',
      stopped([deep, sample(1300, 3)], 1300),
      { 'euro-ski-mrfs': event(300), 'euro-ski-mtfs': event(300), relapse: event(300) },
    ],
    [
      'a sample on the day of the stop says nothing of what follows',
      stopped([sample(1000, 3)]),
      { 'euro-ski-mrfs': { excluded: 'no_sample' }, relapse: { excluded: 'no_sample' } },
    ],
    ['no second stop', stopped([deep]), { 'second-tfr': { excluded: 'no_origin' } }],
  ];
  it.each(cases)('%s', (_, given, expected) => {
    for (const [preset, exit] of Object.entries(expected))
      expect(exitOf(preset as EndpointPresetId, given), preset).toEqual(exit);
  });

  it('counts a second attempt from the second stop', () => {
    const given: Given = {
      lines: [line(1, 0, 1000), line(2, 1300, 2000)],
      stops: [
        [1, 1000, 1300],
        [2, 2000, null],
      ],
      samples: [sample(1200, 1), sample(2050, 0.01), sample(2100, 0.4)],
    };
    expect(exitOf('second-tfr', given)).toEqual(event(100));
    expect(exitOf('euro-ski-mrfs', given)).toEqual(event(200));
  });
});

describe('how a patient leaves an endpoint from diagnosis or a line', () => {
  const entered = (day: number, kind: number | null, entry: number | null = 3) => ({
    excluded: null,
    entry,
    day,
    kind,
  });

  it('is at risk of death after the inclusion only', () => {
    expect(exitOf('overall-survival', {})).toEqual(entered(4000, 0));
    expect(exitOf('overall-survival', { lastContact: 3 })).toEqual({ excluded: 'before_inclusion' });
    expect(exitOf('overall-survival', { lastContact: -1 })).toEqual({ excluded: 'event_before_origin' });
  });

  it('progresses, dies, or had progressed before; without the table nothing is known', () => {
    const lines = [line(1, 10, null)];
    const progressed = (day: number): Given => ({
      lines,
      events: [{ patient_id: 'P0', day, event: 'AP' }],
    });
    const pfs = (given: Given) => exitOf('progression-free-survival', given);
    // Included on day 3, before the first TKI: at risk from the origin on.
    expect(pfs(progressed(510))).toEqual(entered(500, 0, null));
    expect(pfs({ lines })).toEqual(entered(3990, 1, null));
    expect(pfs(progressed(5))).toEqual({ excluded: 'event_before_origin' });
    expect(pfs({ lines, absent: ['phase_event'] })).toEqual({ excluded: 'not_recorded' });
    expect(pfs({})).toEqual({ excluded: 'no_origin' });
  });

  it('fails above 1 % after the first MMR or from month 15 on, not before', () => {
    const lines = [line(1, 0, null)];
    const efs = (samples: Given['samples']) =>
      exitOf('event-free-survival', { lines, samples: samples ?? [], transcript: 'e14a2' });
    expect(efs([sample(200, 5)])).toEqual(entered(4000, 2));
    expect(efs([sample(200, 0.1), sample(300, 1.1)])).toEqual(entered(300, 0));
    expect(efs([sample(600, 1), sample(700, 1.1)])).toEqual(entered(700, 0));
    expect(efs([])).toEqual({ excluded: 'no_sample' });
  });

  it('ends a line by its reason; one that is not recorded stands among the others', () => {
    const ended = (stop_reason: 'resistance' | 'intolerance' | 'treatment_free_remission' | null) =>
      exitOf('drug-survival', { lines: [{ ...line(1, 0, 700), stop_reason }] });
    expect(ended('resistance')).toEqual(entered(700, 0));
    expect(ended('intolerance')).toEqual(entered(700, 1));
    expect(ended('treatment_free_remission')).toEqual(entered(700, 2));
    expect(ended(null)).toEqual(entered(700, 3));
    expect(exitOf('drug-survival', { lines: [line(1, 0, null)] })).toEqual(entered(4000, 5));
    // The next line began: this one is over, and why is not known.
    expect(exitOf('drug-survival', { lines: [line(1, 0, null), line(2, 800, null)] })).toEqual(
      entered(800, 3),
    );
  });
});

describe('landmark and horizon', () => {
  const { endpoint } = endpointPresets.relapse;
  const given = stopped([sample(1200, 0.5)]);
  it('leaves out who ended by the landmark, and cuts off at the horizon', () => {
    const at = (landmarkMonths: number | null, horizonMonths: number | null) =>
      endpointExit(recordOf(given), { ...endpoint, landmarkMonths, horizonMonths });
    expect(at(3, null)).toEqual({ excluded: null, entry: 91, day: 200, kind: 0 });
    expect(at(12, null)).toEqual({ excluded: 'before_landmark' });
    expect(at(null, 6)).toEqual(censored(182));
    expect(at(null, 12)).toEqual(event(200));
  });

  it('of a composite keeps the exit and forgets the roles', () => {
    expect(endpointExit(recordOf(stopped([deep], 1300)), compositeOf(endpoint))).toEqual(event(300, 1));
  });
});
