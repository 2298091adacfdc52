import * as Plot from '@observablehq/plot';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './plot-figure.module.css';

interface Props {
  /** Pure: the options of the plot at a width in CSS pixels. Changes when the answer or the language changes. */
  readonly options: (width: number) => Plot.PlotOptions;
  /** What the picture shows, for those who do not see it; the numbers are in the table beside it. */
  readonly label: string;
  /** Kept while the first width is measured, so that nothing jumps. */
  readonly height: number;
  readonly onDrawn?: () => void;
  /** What lies over the picture, at the same width: a cursor, a brush. Changes without the picture being drawn again. */
  readonly over?: (width: number) => ReactNode;
}

/** Draws Plot options at the width of its place, again when either changes. The only file that touches the DOM. */
export function PlotFigure({ options, label, height, onDrawn, over }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (element === null || width === 0) return;
    const plot = Plot.plot({ ...options(width), width });
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', label);
    // Plot labels each group of marks by its kind ("line"); inside an image nobody may, and nobody can, read them. A tip
    // is drawn when the pointer comes, which is told as an input.
    const withoutLabels = () => {
      for (const mark of plot.querySelectorAll('[aria-label]')) mark.removeAttribute('aria-label');
    };
    withoutLabels();
    plot.addEventListener('input', withoutLabels);
    element.replaceChildren(plot);
    onDrawn?.();
    return () => plot.remove();
  }, [options, label, width, onDrawn]);

  return (
    <div className={styles.place}>
      <div ref={frame} className={styles.frame} style={{ minHeight: height }} />
      {over === undefined || width === 0 ? null : over(width)}
    </div>
  );
}
