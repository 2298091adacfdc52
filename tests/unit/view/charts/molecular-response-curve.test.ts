import type { ResponseCurve, VisitResponse } from '@core/analyses/molecular-response';
import type { Trajectory } from '@core/analyses/response-trajectories';
import { bcrAbl1Text } from '@view/charts/figure-words';
import { depthRange, depthText, molecularResponseCurve } from '@view/charts/molecular-response-curve';
import { labelledMonths, responseGeometry } from '@view/charts/response-geometry';
import { trajectoryAt, trajectoryPath, undetectedPath } from '@view/charts/response-trajectories';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat('en-GB', options).format(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'x',
  y: 'y',
  patients: 'n',
  legend: 'median',
  level: (level: string) => level,
};
const visit = (month: number, percent: number, kind: 'percent' | 'below' = 'percent'): VisitResponse => {
  const depth = { kind, percent };
  return {
    month,
    patients: 12,
    undetected: kind === 'below' ? 12 : 0,
    lowerQuartile: depth,
    median: depth,
    medianLower: depth,
    medianUpper: depth,
    upperQuartile: depth,
    few: false,
  };
};
const curve = (level: string, ...visits: readonly VisitResponse[]): ResponseCurve => ({
  level,
  patients: 12,
  visits,
});
const trajectory: Trajectory = {
  patientKey: 7,
  level: 'all',
  samples: [
    { month: 0, percent: 100, detected: true },
    { month: 4, percent: 1, detected: true },
    { month: 8, percent: 0.003, detected: false },
  ],
};
const frame = {
  width: 800,
  plotHeight: 430,
  fromMonth: 0,
  toMonth: 60,
  lowestPercent: 0.001,
  highestPercent: 100,
  groups: 0,
};

describe('the options of the molecular response curve', () => {
  it.each([
    ['no visit', []],
    ['one visit', [curve('all', visit(0, 60))]],
    ['quantiles below what was measured', [curve('all', visit(0, 60), visit(120, 0.002, 'below'))]],
    ['two groups', [curve('F', visit(0, 60)), curve('M', visit(0, 50), visit(3, 5))]],
  ])('can be made for %s', (_what, curves) => {
    const grouped = curves.length > 1;
    const picture = { curves, trajectories: [trajectory], grouped };
    const [lowestPercent, highestPercent] = depthRange(picture);
    for (const width of [1200, 300]) {
      const geometry = responseGeometry({
        ...frame,
        width,
        lowestPercent,
        highestPercent,
        groups: curves.length,
      });
      expect(molecularResponseCurve(picture, words, geometry).marks?.length).toBeGreaterThan(5);
    }
  });

  it('have the name of the axis and the legend in one line, on a phone in two', () => {
    const picture = { curves: [curve('all', visit(0, 60))], trajectories: [], grouped: false };
    const tops = (width: number) => {
      const geometry = responseGeometry({ ...frame, width });
      const marks = (molecularResponseCurve(picture, words, geometry).marks ?? []) as readonly {
        readonly data?: unknown;
        readonly dy?: number;
      }[];
      const topOf = (text: string) =>
        geometry.marginTop + (marks.find(({ data }) => Array.isArray(data) && data[0] === text)?.dy ?? 0);
      return [topOf(words.y), topOf(words.legend)];
    };
    const [axis, legend] = tops(330);
    expect(tops(800)).toEqual([axis, axis]);
    // A line of 12 pixels each, and the plot below them.
    expect((legend ?? 0) - (axis ?? 0)).toBeGreaterThan(14);
    expect(legend).toBeLessThan(responseGeometry({ ...frame, width: 330 }).marginTop - 14);
  });

  it('have an axis that holds every level and sample', () => {
    const curves = [curve('all', visit(0, 700), visit(3, 0.0001, 'below'))];
    const [lowest, highest] = depthRange({ curves, trajectories: [], grouped: false });
    expect(lowest).toBeLessThan(0.0001);
    expect(highest).toBeGreaterThan(700);
    const untold = { ...visit(6, 0.5), upperQuartile: { kind: 'percent' as const, percent: Number.NaN } };
    expect(depthRange({ curves: [curve('all', untold)], trajectories: [], grouped: false })).toEqual([
      0.0006, 150,
    ]);
    const far = { ...trajectory, samples: [{ month: 0, percent: 3000, detected: true }] };
    expect(depthRange({ curves, trajectories: [far], grouped: false })[1]).toBeGreaterThan(3000);
  });

  it('label every visit where there is room, round months where there is not', () => {
    const months = [0, 3, 6, 9, 12, 15, 18, 24, 30, 36, 42, 48, 54, 60];
    expect(labelledMonths(months, 60, 900)).toEqual(months);
    expect(labelledMonths(months, 60, 240)).toEqual([0, 12, 24, 36, 48, 60]);
  });

  it('tell a level below what was measured from one that was, and keep enough digits', () => {
    expect(depthText({ kind: 'below', percent: 0.0045 }, words.number)).toBe('< 0.0045 %');
    expect(bcrAbl1Text(0.0032, words.number)).toBe('0.0032 %');
    expect(bcrAbl1Text(46.34, words.number)).toBe('46.3 %');
  });
});

describe('a trajectory', () => {
  const geometry = responseGeometry(frame);

  it('is one line, cut off at the edges of what is in sight, and one mark per undetected sample', () => {
    const whole = trajectoryPath(trajectory.samples, geometry);
    expect(whole.match(/M/g)).toHaveLength(1);
    expect(undetectedPath(trajectory.samples, geometry).match(/z/g)).toHaveLength(1);
    const half = responseGeometry({ ...frame, fromMonth: 2, toMonth: 20 });
    const [first] = trajectoryPath(trajectory.samples, half).slice(1).split('L');
    // Half way between 100 and 1 % on a log axis is 10 %.
    expect(first).toBe(`${half.marginLeft.toFixed(1)},${half.y(10).toFixed(1)}`);
    expect(trajectoryPath(trajectory.samples, responseGeometry({ ...frame, fromMonth: 30 }))).toBe('');
  });

  it('is found by a click near its line or its mark, and by none further away', () => {
    const on = { x: geometry.x(2), y: geometry.y(10) };
    expect(trajectoryAt([trajectory], on, geometry)?.patientKey).toBe(7);
    const mark = { x: geometry.x(8) + 3, y: geometry.y(0.003) };
    expect(trajectoryAt([trajectory], mark, geometry)?.patientKey).toBe(7);
    expect(trajectoryAt([trajectory], { x: geometry.x(40), y: geometry.y(10) }, geometry)).toBeNull();
  });

  it('is where the axes say: pixels and months are one another’s inverse', () => {
    expect(geometry.monthAt(geometry.x(37))).toBeCloseTo(37, 9);
    expect(geometry.monthAt(-50)).toBe(0);
    expect(geometry.y(100)).toBe(geometry.marginTop);
    expect(geometry.y(0.001)).toBeCloseTo(frame.plotHeight, 9);
  });
});
