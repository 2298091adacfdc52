/** The values of parsed JSON, as tests take them apart. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Where every value of a JSON stands, the whole one first. */
export function pathsOf(json: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  const parts = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return [path, ...parts.flatMap(([name, part]) => pathsOf(part, [...path, name]))];
}

/** The same JSON with the value at a path replaced, or taken away by `undefined`. */
export function withValue(json: Json, path: readonly string[], value: Json | undefined): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (typeof json !== 'object' || json === null) throw new RangeError(`no member ${name}`);
  const copy = structuredClone(json) as { [name: string]: Json };
  const part = withValue(copy[name] as Json, rest, value);
  if (part === undefined && Array.isArray(copy)) copy.splice(Number(name), 1);
  else if (part === undefined) delete copy[name];
  else copy[name] = part;
  return copy;
}

export function valueAt(json: Json, path: readonly string[]): Json {
  return path.reduce<Json>((part, name) => (part as { [name: string]: Json })[name] as Json, json);
}
