import { type EndpointTable, endpointSurvival } from '@core/analyses/endpoint-survival';
import { eventGaps, leavesDatesOpen, type VisitInterval, visitGaps } from '@core/analyses/visit-gaps';
import { daysPerMonth } from '@core/domain/calendar';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { describe, expect, it } from 'vitest';

const seen = (lower: number, upper: number, patients = 1): VisitInterval => ({
  lower,
  upper,
  seen: true,
  patients,
});
const free = (day: number, patients = 1): VisitInterval => ({
  lower: day,
  upper: null,
  seen: false,
  patients,
});

describe('what visits leave open', () => {
  it('is the gap before the visit with the event, over the events that visits show', () => {
    const { gap, events, bins, curve } = eventGaps([
      seen(30, 60),
      seen(0, 10),
      seen(60, 150, 2),
      { lower: 40, upper: 40, seen: false, patients: 9 },
      free(400, 5),
    ]);
    // 10, 30, 90, 90
    expect({ gap, events }).toEqual({ gap: { first: 25, median: 60, third: 90 }, events: 4 });
    expect(bins).toEqual([
      { fromMonth: 0, toMonth: 1, events: 2 },
      { fromMonth: 1, toMonth: 2, events: 0 },
      { fromMonth: 2, toMonth: 3, events: 2 },
    ]);
    expect(curve).toBeNull();
    const long = eventGaps([seen(0, 4000), seen(0, 366)]).bins;
    expect(long).toHaveLength(13);
    expect(long.at(-1)).toEqual({ fromMonth: 12, toMonth: null, events: 2 });
    expect(visitGaps([free(10)])).toMatchObject({ events: 0, gap: null });
    expect(visitGaps([])).toMatchObject({ events: 0, gap: null });
  });

  it('is nothing where each day is recorded: Turnbull is Kaplan-Meier then, at both edges', () => {
    const days = [10, 20, 20, 50, 90];
    const exact: VisitInterval[] = days.map((day) => ({ lower: day, upper: day, seen: false, patients: 1 }));
    const { curve } = visitGaps([...exact, free(40, 3)]);
    const table: EndpointTable = {
      endpoint: { ...endpointPresets['overall-survival'].endpoint, entry: 'none' },
      groupBy: null,
      rows: [
        ...days.map((day) => ({ level: 'all', entry: null, day, kind: 0, patients: 1 })),
        { level: 'all', entry: null, day: 40, kind: null, patients: 3 },
      ],
      excluded: [],
    };
    const [all] = endpointSurvival(table, { interval: 'log', level: 0.95 }).curves;
    all?.eventFree.time.forEach((day, at) => {
      const point = curve?.findLast(({ month }) => month <= day / daysPerMonth + 1e-9);
      expect(point?.latest).toBeCloseTo(all.eventFree.survival[at] ?? Number.NaN, 9);
      expect(point?.earliest).toBeCloseTo(point?.latest ?? Number.NaN, 9);
    });
  });

  it('goes from the earliest to the latest, by hand: one of two between days 10 and 30, the other free on day 40', () => {
    const { curve } = visitGaps([seen(10, 30), free(40)]);
    const at = (day: number) => curve?.findLast(({ month }) => month <= day / daysPerMonth + 1e-9);
    expect(at(5)).toMatchObject({ earliest: 1, latest: 1 });
    expect(at(20)?.earliest).toBeCloseTo(0.5, 9);
    expect(at(20)?.latest).toBeCloseTo(1, 9);
    expect(at(35)?.latest).toBeCloseTo(0.5, 9);
  });

  it('is asked only where follow-up ends at a sample, from the origin on', () => {
    expect(leavesDatesOpen(endpointPresets['euro-ski-mrfs'].endpoint)).toBe(true);
    expect(leavesDatesOpen(endpointPresets['mmr-itt'].endpoint)).toBe(true);
    expect(leavesDatesOpen(endpointPresets['overall-survival'].endpoint)).toBe(false);
    expect(leavesDatesOpen({ ...endpointPresets['euro-ski-mrfs'].endpoint, landmarkMonths: 6 })).toBe(false);
  });
});
