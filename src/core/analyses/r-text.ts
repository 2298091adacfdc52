/** How far a number found in R may be from the one expected, relatively. */
export const scriptTolerance = 1e-6;

/** Lines of comment: a line break in a text opens no line of its own. */
export const comment = (...lines: readonly string[]): readonly string[] =>
  lines.map((line) => `# ${line.replaceAll(/\s+/g, ' ')}`);

const wrapped = (items: readonly string[]): string =>
  items.length === 0
    ? 'c()'
    : `c(${items.map((item, at) => (at > 0 && at % 16 === 0 ? `\n    ${item}` : item)).join(', ')})`;

/** A vector of numbers, `NA` where there is none. */
export const numbers = (values: readonly (number | null)[]): string =>
  wrapped(values.map((value) => (value === null || Number.isNaN(value) ? 'NA' : String(value))));

/** A vector of texts, `NA` where there is none. What JSON escapes, R reads the same way. */
export const text = (values: readonly (string | null)[]): string =>
  wrapped(values.map((value) => (value === null ? 'NA' : JSON.stringify(value))));

/** A vector of truth values, `NA` where there is none. */
export const flags = (values: readonly (boolean | null)[]): string =>
  wrapped(values.map((value) => (value === null ? 'NA' : value ? 'TRUE' : 'FALSE')));
