import { type Trajectory, type TrajectorySample, trajectoryRuns } from '@core/analyses/response-trajectories';
import type * as Plot from '@observablehq/plot';
import type { ResponseGeometry } from './response-geometry';

const svg = 'http://www.w3.org/2000/svg';

const inSight = (geometry: ResponseGeometry, { month }: TrajectorySample) =>
  month >= geometry.fromMonth && month <= geometry.toMonth;

/** The lines of a trajectory as the data of one SVG path; each run is cut off at the edges of what is in sight. */
export function trajectoryPath(samples: readonly TrajectorySample[], geometry: ResponseGeometry): string {
  return trajectoryRuns(samples)
    .flatMap((run) => {
      const seen = cutRun(run, geometry);
      if (seen.length < 2) return [];
      return `M${seen.map(({ month, percent }) => `${geometry.x(month).toFixed(1)},${geometry.y(percent).toFixed(1)}`).join('L')}`;
    })
    .join('');
}

/** The part of a run between two months, with the points where it crosses them. */
function cutRun(run: readonly TrajectorySample[], geometry: ResponseGeometry): readonly TrajectorySample[] {
  const seen: TrajectorySample[] = [];
  run.forEach((sample, index) => {
    const before = run[index - 1];
    if (before !== undefined) {
      for (const edge of [geometry.fromMonth, geometry.toMonth]) {
        if (before.month < edge && sample.month > edge) seen.push(crossing(before, sample, edge));
      }
    }
    if (inSight(geometry, sample)) seen.push(sample);
  });
  return seen;
}

function crossing(before: TrajectorySample, after: TrajectorySample, month: number): TrajectorySample {
  const share = (month - before.month) / (after.month - before.month);
  const log = Math.log(before.percent) + share * Math.log(after.percent / before.percent);
  return { month, percent: Math.exp(log), detected: true };
}

/** Open marks of undetected samples, each at its own limit, as the data of one SVG path: triangles that point down. */
export function undetectedPath(samples: readonly TrajectorySample[], geometry: ResponseGeometry): string {
  return samples
    .filter((sample) => !sample.detected && inSight(geometry, sample))
    .map(({ month, percent }) => {
      const [x, y] = [geometry.x(month), geometry.y(percent)];
      return `M${(x - 2.5).toFixed(1)},${(y - 2).toFixed(1)}h5l-2.5,4.3z`;
    })
    .join('');
}

/**
 * Trajectories behind the curves: one path of thin lines per colour and one of open marks, whatever the number of
 * patients, so that drawing them costs little.
 */
export function trajectoryMark(
  trajectories: readonly Trajectory[],
  colourOf: (level: string) => string | null,
  geometry: ResponseGeometry,
): Plot.Markish {
  return () => {
    const layer = document.createElementNS(svg, 'g');
    const colours = new Set(trajectories.map(({ level }) => colourOf(level)));
    for (const colour of colours) {
      if (colour === null) continue;
      const ofColour = trajectories.filter(({ level }) => colourOf(level) === colour);
      const path = (data: string, strokeOpacity: number) => {
        const element = document.createElementNS(svg, 'path');
        element.setAttribute('d', data);
        element.setAttribute('fill', 'none');
        element.setAttribute('stroke', colour);
        element.setAttribute('stroke-opacity', String(strokeOpacity));
        element.setAttribute('stroke-width', '0.75');
        layer.append(element);
      };
      path(ofColour.map(({ samples }) => trajectoryPath(samples, geometry)).join(''), 0.3);
      path(ofColour.map(({ samples }) => undetectedPath(samples, geometry)).join(''), 0.4);
    }
    return layer;
  };
}

/** Pixels within which a click means a trajectory. */
const reach = 16;

/** The trajectory whose line or mark is nearest to a point of the picture, `null` when none is near. */
export function trajectoryAt(
  trajectories: readonly Trajectory[],
  point: { readonly x: number; readonly y: number },
  geometry: ResponseGeometry,
): Trajectory | null {
  let nearest: Trajectory | null = null;
  let least = reach;
  for (const trajectory of trajectories) {
    const lines = trajectoryRuns(trajectory.samples).map((run) => cutRun(run, geometry));
    const marks = trajectory.samples.filter((sample) => !sample.detected && inSight(geometry, sample));
    for (const run of [...lines, ...marks.map((mark) => [mark])]) {
      run.forEach((sample, index) => {
        const distance = distanceTo(point, place(run[Math.max(0, index - 1)] ?? sample), place(sample));
        if (distance < least) {
          least = distance;
          nearest = trajectory;
        }
      });
    }
  }
  return nearest;

  function place({ month, percent }: TrajectorySample) {
    return { x: geometry.x(month), y: geometry.y(percent) };
  }
}

type Point = { readonly x: number; readonly y: number };

/** Distance of a point from the segment between two others. */
function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
}
