import {
  doseSteps,
  eventsOfKind,
  joinedRuns,
  sampleMark,
  timelineEvents,
} from '@core/cohort/patient-timeline';
import { courseOf, line, sample } from '@tests/support/patient-course';
import { describe, expect, it } from 'vitest';

const samplesOf = (...rows: readonly ReturnType<typeof sample>[]) =>
  eventsOfKind(timelineEvents(courseOf({ molecular: rows })), 'molecular');
const runDays = (...rows: readonly ReturnType<typeof sample>[]) =>
  joinedRuns(samplesOf(...rows)).map((run) => run.map(({ day }) => day));

describe('the events of a patient', () => {
  it('are every row and the landmarks, by day; landmarks first, then the tables in the order of the contract', () => {
    const events = timelineEvents(
      courseOf(
        {
          treatment_line: [line(1, 0, 200), line(2, 210, null)],
          molecular: [sample(0, 80), sample(210, 0.5)],
          phase_event: [{ day: 210, event: 'AP' }],
        },
        { inclusion: 210 },
      ),
    );
    expect(events.map(({ kind, day }) => [kind, day])).toEqual([
      ['landmark', 0],
      ['treatment_line', 0],
      ['molecular', 0],
      ['landmark', 210],
      ['treatment_line', 210],
      ['molecular', 210],
      ['phase_event', 210],
      ['landmark', 400],
    ]);
    expect(events[1]?.endDay).toBe(200);
    expect(events[4]?.endDay).toBeNull();
  });

  it('have death in place of the last contact', () => {
    const events = timelineEvents(courseOf({}, { death: 400 }));
    expect(events.map((event) => event.kind === 'landmark' && event.landmark)).toEqual([
      'diagnosis',
      'inclusion',
      'death',
    ]);
  });
});

describe('the mark of a sample', () => {
  it('is its value, or the least that it could have found: 3 / copies · factor · 100', () => {
    expect(sampleMark(sample(0, 0.02))).toEqual({ kind: 'quantified', percent: 0.02 });
    const undetected = sampleMark(sample(0, null, { copies: 30_000, factor: 0.8 }));
    expect(undetected).toEqual({ kind: 'undetected', percent: (3 / 30_000) * 0.8 * 100 });
    expect(sampleMark(sample(0, null, { copies: 30_000, factor: null }))).toEqual({
      kind: 'undetected',
      percent: (3 / 30_000) * 100,
    });
  });

  it.each([
    ['undetected in unknown copies', sample(0, null, { copies: null })],
    ['undetected in no copies', sample(0, null, { copies: 0 })],
    ['detected at nothing', sample(0, 0)],
    ['rejected', { ...sample(0, 1), validation: 'rejected' as const }],
    ['off the scale', { ...sample(0, 1), on_international_scale: false }],
    ['detected without a value', { ...sample(0, 1), bcr_abl1_is_pct: null }],
  ])('is none when the sample says nothing: %s', (_what, row) => {
    expect(sampleMark(row)).toEqual({ kind: 'inevaluable' });
  });
});

describe('the line through the samples', () => {
  it('breaks where more than nine months pass, not at nine months', () => {
    expect(runDays(sample(0, 10), sample(273, 1), sample(547, 1), sample(560, 1))).toEqual([
      [0, 273],
      [547, 560],
    ]);
  });

  it('breaks at an undetected sample, and passes over one that says nothing', () => {
    expect(runDays(sample(0, 1), sample(90, null), sample(180, 0.1))).toEqual([[0], [180]]);
    expect(runDays(sample(0, 1), sample(90, null, { copies: null }), sample(180, 0.1))).toEqual([[0, 180]]);
  });

  it('is none without a quantified sample', () => {
    expect(runDays()).toEqual([]);
    expect(runDays(sample(0, null), sample(90, null))).toEqual([]);
  });
});

describe('a change of dose', () => {
  it('is told from the dose before it in its own line', () => {
    const change = (line_number: number, day: number, daily_dose_mg: number) => ({
      line_number,
      day,
      daily_dose_mg,
      reason: null,
    });
    const events = timelineEvents(
      courseOf({
        treatment_line: [line(1, 0, 300), { ...line(2, 300, null), daily_dose_mg: null }],
        dose_change: [
          change(1, 30, 300),
          change(1, 60, 0),
          change(1, 90, 400),
          change(2, 310, 50),
          change(2, 320, 50),
        ],
      }),
    );
    expect([...doseSteps(events).values()]).toEqual([
      'reduced',
      'interrupted',
      'raised',
      'unchanged',
      'unchanged',
    ]);
  });
});
