import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './flow-drawing.module.css';
import { arrowPath, baseline, type FlowStepText, flowFont, flowLayout, flowPadding } from './flow-layout';

interface Props {
  readonly first: readonly string[];
  readonly steps: readonly FlowStepText[];
  /** What the picture shows, for those who do not see it; its text form stands beside it. */
  readonly label: string;
}

/** Widest drawing: longer lines are harder to read. */
const widest = 860;

/** Draws a flow of patients at the width of its place. */
export function FlowDrawing({ first, steps, label }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setWidth(Math.min(widest, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const layout = useMemo(() => flowLayout(first, steps, width), [first, steps, width]);
  return (
    <div ref={frame} className={styles.frame}>
      {width === 0 ? null : (
        <svg
          role="img"
          aria-label={label}
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          fontSize={flowFont.size}
        >
          {layout.arrows.map((arrow) => (
            <path key={arrowPath(arrow)} className={styles.arrow} d={arrowPath(arrow)} />
          ))}
          {layout.boxes.map((box) => (
            <g key={`${box.x} ${box.y}`}>
              <rect
                className={styles[box.kind]}
                x={box.x}
                y={box.y}
                width={box.width}
                height={box.height}
                rx={4}
              />
              {box.lines.map((line, at) => (
                <text
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a box have no other name.
                  key={at}
                  x={box.x + flowPadding}
                  y={baseline(box.y, at)}
                  className={at === 0 ? styles.count : styles.line}
                >
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
