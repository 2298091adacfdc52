import type { ResponseCurve } from '@core/analyses/molecular-response';
import type { Trajectory } from '@core/analyses/response-trajectories';
import type { ResponseGeometry } from '@view/charts/response-geometry';
import { trajectoryAt, trajectoryPath, undetectedPath } from '@view/charts/response-trajectories';
import { seriesStyle } from '@view/charts/series-style';
import { type PointerEvent, useState } from 'react';
import styles from './response-overlay.module.css';

interface Props {
  readonly geometry: ResponseGeometry;
  readonly curves: readonly ResponseCurve[];
  readonly months: readonly number[];
  /** The visit that the cursor is on. */
  readonly month: number | null;
  readonly onMonth: (month: number) => void;
  readonly trajectories: readonly Trajectory[];
  readonly picked: Trajectory | null;
  readonly onPick: ((trajectory: Trajectory) => void) | null;
  /** A period that was dragged over, in whole months; without it nothing can be dragged. */
  readonly onPeriod: ((fromMonth: number, toMonth: number) => void) | null;
}

/** Pixels from which a press that moves is a drag. */
const dragFrom = 6;

/** What moves over a response curve: the cursor, the trajectory picked out, the period being dragged. */
export function ResponseOverlay(props: Props) {
  const { geometry, curves, months, month, onMonth, trajectories, picked, onPick, onPeriod } = props;
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const { width, height, marginTop, marginBottom } = geometry;
  const bottom = height - marginBottom;
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function move(event: PointerEvent<SVGSVGElement>): void {
    const { x } = place(event);
    if (drag !== null) setDrag({ ...drag, to: x });
    const at = geometry.monthAt(x);
    const nearest = months.toSorted((a, b) => Math.abs(a - at) - Math.abs(b - at))[0];
    if (nearest !== undefined && nearest !== month) onMonth(nearest);
  }

  function press(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const { x } = place(event);
    if (onPeriod === null && onPick === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from: x, to: x });
  }

  function release(event: PointerEvent<SVGSVGElement>): void {
    if (drag === null) return;
    const point = place(event);
    setDrag(null);
    if (Math.abs(point.x - drag.from) < dragFrom) {
      const found = onPick === null ? null : trajectoryAt(trajectories, point, geometry);
      if (found !== null) onPick?.(found);
      return;
    }
    const [from, to] = [drag.from, point.x].map(geometry.monthAt).toSorted((a, b) => a - b);
    onPeriod?.(Math.floor(from ?? 0), Math.ceil(to ?? 0));
  }

  const isDragged = drag !== null && onPeriod !== null && Math.abs(drag.to - drag.from) >= dragFrom;
  return (
    <svg
      className={styles.overlay}
      data-drags={onPeriod !== null}
      width={width}
      height={height}
      aria-hidden="true"
      onPointerMove={move}
      onPointerDown={press}
      onPointerUp={release}
      onPointerCancel={() => setDrag(null)}
    >
      {isDragged ? (
        <rect
          className={styles.period}
          x={Math.min(drag.from, drag.to)}
          width={Math.abs(drag.to - drag.from)}
          y={marginTop}
          height={bottom - marginTop}
        />
      ) : null}
      {picked === null ? null : (
        <>
          <path className={styles.pickedLine} d={trajectoryPath(picked.samples, geometry)} />
          <path className={styles.pickedMark} d={undetectedPath(picked.samples, geometry)} />
          {picked.samples
            .filter(
              (sample) =>
                sample.detected && sample.month >= geometry.fromMonth && sample.month <= geometry.toMonth,
            )
            .map((sample) => (
              <circle
                key={`${sample.month} ${sample.percent}`}
                className={styles.pickedPoint}
                cx={geometry.x(sample.month)}
                cy={geometry.y(sample.percent)}
                r={2.5}
              />
            ))}
        </>
      )}
      {month === null || month < geometry.fromMonth || month > geometry.toMonth ? null : (
        <>
          <line
            className={styles.cursor}
            x1={geometry.x(month)}
            x2={geometry.x(month)}
            y1={marginTop}
            y2={bottom}
          />
          {curves.map(({ level, visits }, index) => {
            const visit = visits.find((one) => one.month === month);
            return visit === undefined ? null : (
              <circle
                key={level}
                className={styles.at}
                cx={geometry.x(month)}
                cy={geometry.y(visit.median.percent)}
                r={6}
                stroke={seriesStyle(index).colour}
              />
            );
          })}
        </>
      )}
    </svg>
  );
}
