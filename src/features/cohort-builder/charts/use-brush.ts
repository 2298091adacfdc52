import { type PointerEvent, useEffect, useRef } from 'react';
import { drawnTo, type Grip, gripAt } from './brush-range';

interface Brushing {
  readonly grip: Grip;
  readonly pressed: number;
  readonly chosen: readonly [number, number] | null;
  moved: boolean;
}

interface Options {
  /** Places of the part that is chosen, `null` when none is. */
  readonly chosen: readonly [number, number] | null;
  readonly onDraw: (one: number, other: number) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  /** A press beside the chosen part, without a movement. */
  readonly onClear: () => void;
}

/** Pixels of movement below which a press is a press. */
const stillPixels = 3;
const gripPixels = 6;

/**
 * A brush on the place of a histogram, drawn with the pointer: at most one drawing per animation frame, kept when the
 * pointer is let go, dropped by Escape.
 */
export function useBrush(options: Options) {
  const brushing = useRef<Brushing | null>(null);
  const frame = useRef(0);
  const latest = useRef<readonly [number, number]>([0, 0]);
  const now = useRef(options);
  now.current = options;

  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  const flush = () => {
    frame.current = 0;
    now.current.onDraw(...latest.current);
  };
  const end = (keep: boolean) => {
    const { current } = brushing;
    brushing.current = null;
    if (current === null) return;
    if (frame.current !== 0) {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
      if (keep) now.current.onDraw(...latest.current);
    }
    if (!keep) now.current.onDrop();
    else if (current.moved) now.current.onKeep();
    else if (current.grip === 'new') now.current.onClear();
  };
  useEffect(() => {
    const dropOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end(false);
    };
    window.addEventListener('keydown', dropOnEscape);
    return () => {
      window.removeEventListener('keydown', dropOnEscape);
      cancelAnimationFrame(frame.current);
    };
  });

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const pressed = placeOf(event);
      const { chosen } = now.current;
      const reach = gripPixels / event.currentTarget.getBoundingClientRect().width;
      event.currentTarget.setPointerCapture(event.pointerId);
      brushing.current = { grip: gripAt(pressed, chosen, reach), pressed, chosen, moved: false };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = brushing;
      if (current === null) return;
      const place = placeOf(event);
      const pixels = Math.abs(place - current.pressed) * event.currentTarget.getBoundingClientRect().width;
      if (!current.moved && pixels < stillPixels) return;
      current.moved = true;
      latest.current = drawnTo(current.grip, current.pressed, place, current.chosen);
      if (frame.current === 0) frame.current = requestAnimationFrame(flush);
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
  };
}
