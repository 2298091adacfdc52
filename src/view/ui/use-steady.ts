import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';

type Handler = (...event: readonly unknown[]) => unknown;

/**
 * Draws a widget again when what it shows changes, not when its screen hands it a new handler or an equal list: a screen
 * that follows counts is drawn several times for one change, and its widgets show the same all along.
 *
 * @param props  handlers begin with `on` and are not called while drawing; lists hold plain data, those of children excepted
 * @param draw   the same function at every drawing
 */
export function useSteady<Props extends object>(props: Props, draw: (props: Props) => ReactNode): ReactNode {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [shown, setShown] = useState(props);
  if (shown !== props && !showTheSame(shown, props)) setShown(props);
  return useMemo(() => {
    const steady = mapProps(shown, (name, value) =>
      isHandler(name, value)
        ? (...event: readonly unknown[]) => ((latest.current as Props)[name] as Handler)(...event)
        : value,
    );
    return draw(steady);
  }, [shown, draw]);
}

function mapProps<Props extends object>(
  props: Props,
  change: (name: keyof Props, value: unknown) => unknown,
): Props {
  const entries = Object.entries(props).map(([name, value]) => [name, change(name as keyof Props, value)]);
  return Object.fromEntries(entries) as Props;
}

const isHandler = (name: PropertyKey, value: unknown): boolean =>
  typeof value === 'function' && String(name).startsWith('on');

function showTheSame(before: object, after: object): boolean {
  const [old, fresh] = [new Map(Object.entries(before)), Object.entries(after)];
  return (
    old.size === fresh.length &&
    fresh.every(([name, value]) => old.has(name) && isSame(name, old.get(name), value))
  );
}

const isSame = (name: string, before: unknown, after: unknown): boolean =>
  Object.is(before, after) ||
  (isHandler(name, before) && isHandler(name, after)) ||
  (name !== 'children' &&
    Array.isArray(before) &&
    Array.isArray(after) &&
    JSON.stringify(before) === JSON.stringify(after));
