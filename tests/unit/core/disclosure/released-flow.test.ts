import { releaseFlow } from '@core/disclosure/released-flow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const step = (notMet: number, unknown: number, remaining: number) => ({
  notMet,
  unknown,
  leaving: notMet + unknown,
  remaining,
});

describe('a flow that leaves the page', () => {
  it('tells rounded numbers that add up', () => {
    expect(releaseFlow(2000, [step(90, 0, 1910), step(117, 561, 1232)])).toEqual({
      patients: { kind: 'rounded', value: 2000 },
      steps: [
        {
          leaving: { kind: 'rounded', value: 90 },
          together: 1,
          parts: { notMet: { kind: 'rounded', value: 90 }, unknown: { kind: 'rounded', value: 0 } },
          remaining: { kind: 'rounded', value: 1910 },
        },
        {
          leaving: { kind: 'rounded', value: 680 },
          together: 1,
          parts: { notMet: { kind: 'rounded', value: 115 }, unknown: { kind: 'rounded', value: 560 } },
          remaining: { kind: 'rounded', value: 1230 },
        },
      ],
    });
  });

  it('tells a step at which few leave with a later one', () => {
    const { steps } = releaseFlow(100, [step(4, 0, 96), step(0, 0, 96), step(30, 0, 66)]);
    expect(steps.map(({ leaving }) => leaving)).toEqual([null, null, { kind: 'rounded', value: 35 }]);
    expect(steps.map(({ remaining }) => remaining.kind === 'rounded' && remaining.value)).toEqual([
      100, 100, 65,
    ]);
    expect(steps[2]).toMatchObject({ together: 3, parts: null });
  });

  it('tells no part when one of them is small, nor what left beside a masked remainder', () => {
    expect(releaseFlow(100, [step(40, 3, 57)]).steps[0]?.parts).toBeNull();
    expect(releaseFlow(40, [step(35, 0, 5)]).steps[0]).toMatchObject({
      leaving: null,
      remaining: { kind: 'masked', under: 11 },
    });
  });

  it('never shows two remaining counts whose patients differ by fewer than the threshold', () => {
    const flows = fc
      .record({
        patients: fc.integer({ min: 0, max: 3000 }),
        shares: fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { maxLength: 12 }),
      })
      .map(({ patients, shares }) => {
        let remaining = patients;
        const steps = shares.map(([notMet, unknown]) => {
          const lost = Math.min(remaining, notMet);
          const open = Math.min(remaining - lost, unknown);
          remaining -= lost + open;
          return step(lost, open, remaining);
        });
        return { patients, steps };
      });
    fc.assert(
      fc.property(flows, ({ patients, steps }) => {
        const flow = releaseFlow(patients, steps);
        const exact = [patients, ...steps.map(({ remaining }) => remaining)];
        const shown = [flow.patients, ...flow.steps.map(({ remaining }) => remaining)];
        let before = 0;
        for (let k = 1; k < shown.length; k++) {
          const [one, other] = [shown[before], shown[k]];
          if (JSON.stringify(one) === JSON.stringify(other)) continue;
          if (one?.kind === 'rounded' && other?.kind === 'rounded') {
            expect(one.value - other.value).toBeGreaterThanOrEqual(15);
            expect((exact[before] ?? 0) - (exact[k] ?? 0)).toBeGreaterThanOrEqual(11);
            expect(flow.steps[k - 1]?.leaving).toEqual({ kind: 'rounded', value: one.value - other.value });
          }
          before = k;
        }
        for (const { parts, leaving } of flow.steps) {
          if (leaving?.kind === 'rounded' && leaving.value !== 0) expect(leaving.value).toBeGreaterThan(10);
          for (const part of parts === null ? [] : [parts.notMet, parts.unknown])
            expect(part.kind).toBe('rounded');
        }
      }),
    );
  });
});
