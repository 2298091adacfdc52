/** What the codes of an exported figure are called. */
export interface FigureNames {
  readonly title: string;
  /** How it is counted. */
  readonly rule: string;
  readonly panel: (panel: string) => string;
  readonly bar: (bar: string, panel: string) => string;
  readonly part: (part: string) => string;
  /** Of a figure of measures: what its axis says, and which of its values is drawn, with what around it. */
  readonly measures?: MeasureNames;
}

export interface MeasureNames {
  readonly x: string;
  readonly drawn: readonly [value: string, lower: string, upper: string];
  readonly measure: (measure: string) => string;
  readonly count: (count: string) => string;
  readonly value: (value: string) => string;
  /** Whether a value is a share in [0, 1]. */
  readonly isShare: (value: string) => boolean;
}

/** The name of a code of a list; the code itself where it is not in it. */
export function nameOf<Code extends string>(
  codes: readonly Code[],
  level: string,
  name: (code: Code) => string,
): string {
  const code = codes.find((one) => one === level);
  return code === undefined ? level : name(code);
}

/** Names of a figure that has none for its panels, bars or parts. */
export const plainNames = {
  panel: () => '',
  bar: (level: string) => level,
  part: (level: string) => level,
} as const;
