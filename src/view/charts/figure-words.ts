/** Words and number forms that a chart needs, given by the caller: charts know no language. */
export interface FigureWords {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  readonly percent: (probability: number, digits?: number) => string;
}

/** A BCR::ABL1 percentage with enough digits to tell 0.0032 from 0.0031. */
export function bcrAbl1Text(percent: number, number: FigureWords['number']): string {
  return `${number(percent, { minimumSignificantDigits: 2, maximumSignificantDigits: percent >= 10 ? 3 : 2 })} %`;
}
