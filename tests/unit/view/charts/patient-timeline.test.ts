import type { PatientHistory } from '@core/cohort/patient-history';
import { timelineEvents } from '@core/cohort/patient-timeline';
import { courseOf, line, sample } from '@tests/support/patient-course';
import { patientTimeline, placedTimeline, timelineDays, timelineStep } from '@view/charts/patient-timeline';
import { heightOf } from '@view/charts/timeline-lanes';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number) => String(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'x',
  y: 'y',
  inevaluable: 'inevaluable',
  beforeInclusion: 'before inclusion',
  depth: (id: string) => id,
  lane: (lane: string) => lane,
  drug: (drug: string) => drug,
  stopReason: () => 'reason',
  label: () => 'a label',
  tip: () => 'tip',
};

const thirtyYears: PatientHistory = courseOf(
  {
    treatment_line: [line(1, 0, 4000), line(2, 4010, null, 'dasatinib'), line(3, 4020, 5000)],
    molecular: Array.from({ length: 120 }, (_, k) => sample(k * 91, k % 4 === 0 ? null : 10 / (k + 1))),
    adverse_event: Array.from({ length: 40 }, (_, k) => ({
      line_number: 1,
      onset_day: k * 3,
      resolved_day: k % 2 === 0 ? null : k * 3 + 400,
      term: 'Fatigue',
      grade: 1 + (k % 5),
      related: null,
      action: null,
    })),
    treatment_free_attempt: [
      {
        attempt_number: 1,
        stop_day: 4000,
        restart_day: 4010,
        restart_reason: null,
        withdrawal_syndrome: null,
      },
    ],
  },
  { inclusion: 3000, last_contact: 10_957, first_tki: 0 },
);
const courses = [
  ['nobody’s rows', courseOf({}, { last_contact: 0 })],
  ['one sample before diagnosis', courseOf({ molecular: [sample(-30, 90)] })],
  ['undetected samples only', courseOf({ molecular: [sample(0, null), sample(90, null)] })],
  ['inevaluable samples only', courseOf({ molecular: [sample(0, null, { copies: null })] })],
  ['thirty years of follow-up', thirtyYears],
] as const;

describe('the timeline of a patient', () => {
  it.each(courses)('can be drawn for %s, at 1200 and at 300 pixels, from either origin', (_what, course) => {
    const events = timelineEvents(course);
    for (const width of [1200, 300]) {
      for (const originDay of [0, 120]) {
        for (const cursor of [null, events[0] ?? null]) {
          const { marks, height, x } = patientTimeline(events, words, { width, originDay, cursor });
          expect(marks?.length).toBeGreaterThan(10);
          expect(height).toBeGreaterThan(placedTimeline(events, words, width).height);
          const [first, last] = (x as { domain: [number, number] }).domain;
          expect(Number.isFinite(first) && Number.isFinite(last) && first < last).toBe(true);
        }
      }
    }
  });

  it('places every event once, inside the picture', () => {
    const events = timelineEvents(thirtyYears);
    const { placed, height } = placedTimeline(events, words, 1000);
    expect(placed).toHaveLength(events.length);
    expect(new Set(placed.map(({ event }) => event))).toEqual(new Set(events));
    expect(placed.filter(({ y }) => !(y >= 0 && y <= height))).toEqual([]);
  });

  it('puts values on a log axis: as far from 10 to 1 as from 0.1 to 0.01', () => {
    const { axis } = placedTimeline(timelineEvents(thirtyYears), words, 1000);
    const y = (percent: number) => heightOf(axis, percent);
    expect(y(1) - y(10)).toBeCloseTo(y(0.01) - y(0.1), 9);
    expect(y(10)).toBeLessThan(y(1));
    expect(y(1e9)).toBe(axis.top);
    expect(y(1e-9)).toBe(axis.bottom);
  });

  it('puts an undetected sample at its own limit, an inevaluable one under the axis', () => {
    const events = timelineEvents(
      courseOf({
        molecular: [sample(0, null, { copies: 30_000, factor: 1 }), sample(90, null, { copies: null })],
      }),
    );
    const { placed, axis, inevaluableY } = placedTimeline(events, words, 1000);
    const [undetected, inevaluable] = placed.filter(({ lane }) => lane === 'molecular');
    expect(undetected?.y).toBeCloseTo(heightOf(axis, 0.01), 9);
    expect(inevaluable?.y).toBe(inevaluableY);
    expect(inevaluableY).toBeGreaterThan(axis.bottom);
  });

  it('draws undetected samples open and quantified ones filled, joined run by run', () => {
    const molecular = [sample(0, 1), sample(90, 0.5), sample(180, null), sample(270, 0.2), sample(900, 0.1)];
    const events = timelineEvents(courseOf({ molecular }));
    const { marks } = patientTimeline(events, words, { width: 900, originDay: 0, cursor: null });
    const drawn = (marks ?? []).flat() as readonly (null | {
      readonly constructor: { readonly name: string };
      readonly data?: readonly { readonly event?: object }[];
      readonly fill?: string;
    })[];
    const of = (name: string) => drawn.filter((mark) => mark?.constructor.name === name);
    const dots = of('Dot').map((mark) => [mark?.data?.length, mark?.fill]);
    expect(dots).toContainEqual([4, 'var(--series-1)']);
    expect(dots).toContainEqual([1, 'var(--surface)']);
    expect(of('Line').map((mark) => mark?.data?.length)).toEqual([2, 1, 1]);
  });

  it('gives each drug a row of its own, and the same drug the same row', () => {
    const { drugs, placed } = placedTimeline(timelineEvents(thirtyYears), words, 1000);
    expect(drugs.map(({ drug }) => drug)).toEqual(['imatinib', 'dasatinib']);
    const heights = placed.filter(({ event }) => event.kind === 'treatment_line').map(({ y }) => y);
    expect(heights).toEqual([drugs[0]?.y, drugs[1]?.y, drugs[0]?.y]);
  });

  it('stacks what lies together and drops words rather than marks', () => {
    const { placed } = placedTimeline(timelineEvents(thirtyYears), words, 1000);
    const adverse = placed.filter(({ lane }) => lane === 'adverse');
    expect(adverse).toHaveLength(40);
    expect(new Set(adverse.map(({ y }) => y)).size).toBe(6);
    expect(adverse.some(({ labelled }) => !labelled)).toBe(true);
  });

  it('covers all that happened, half a year at least', () => {
    expect(timelineDays([])[1]).toBeGreaterThanOrEqual(180);
    const [first, last] = timelineDays(timelineEvents(thirtyYears));
    expect([first <= 0, last >= 10_957]).toEqual([true, true]);
  });

  it('has labels that do not touch', () => {
    for (const months of [6, 60, 360]) {
      for (const width of [200, 900]) {
        expect((timelineStep(months, width) / months) * width).toBeGreaterThanOrEqual(40);
      }
    }
  });
});
