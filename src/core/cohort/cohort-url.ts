import { eltsGroups } from '@core/domain/elts';
import { drugs, phases, sexes, transcripts } from '@core/domain/extract-tables';
import { type CohortDefinition, type CohortRule, everyone, withRule } from './cohort-definition';
import {
  type CategoricalVariable,
  type CohortVariable,
  cohortVariables,
  isNumericVariable,
} from './patient-facts';

/** The token that stands for "and those for whom it is not known". */
const unknownToken = '?';
/** The token that stands for "no category at all". */
const noneToken = '-';

const closedLists: Readonly<Partial<Record<CategoricalVariable, readonly string[]>>> = {
  phase: phases,
  sex: sexes,
  transcript: transcripts,
  elts: eltsGroups,
  first_line_drug: drugs,
};

/** A part of a link that could not be read: which parameter, and why. The text itself is not repeated. */
export interface UrlFault {
  readonly parameter: string;
  readonly reason: 'unknown-code' | 'not-a-range' | 'too-many-codes';
}

/** Bounds on what a link may make the page do; a registry has tens of centres with codes of a few letters. */
const mostCodes = 500;
const longestCode = 64;
const rangePattern = /^(\d{1,4})?\.\.(\d{1,4})?$/;

/**
 * A cohort as URL parameters, one per rule: `phase=CP`, `age=18..65`, `transcript=e13a2,e14a2,?`.
 *
 * `?` at the end keeps patients for whom the variable is not known. The inverse of `cohortFromUrl`.
 */
export function cohortToUrl(cohort: CohortDefinition): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cohort.rules.map((rule) => {
      const tokens =
        rule.kind === 'category'
          ? rule.values.length === 0
            ? [noneToken]
            : rule.values.map(encodeCode)
          : [`${rule.min ?? ''}..${rule.max ?? ''}`];
      if (rule.unknown === 'include') tokens.push(unknownToken);
      return [rule.variable, tokens.join(',')];
    }),
  );
}

/**
 * Reads a cohort from URL parameters; other parameters are ignored.
 *
 * A parameter that cannot be read is left out and reported: a link is never half-obeyed in silence.
 *
 * @example
 * cohortFromUrl({ age: '18..65' }).cohort.rules[0] // { kind: 'range', variable: 'age', min: 18, max: 65, unknown: 'exclude' }
 */
export function cohortFromUrl(parameters: Readonly<Record<string, unknown>>): {
  readonly cohort: CohortDefinition;
  readonly faults: readonly UrlFault[];
} {
  let cohort = everyone;
  const faults: UrlFault[] = [];
  for (const variable of cohortVariables) {
    const text = parameters[variable];
    if (text === undefined) continue;
    const rule = readRule(variable, String(text));
    if (typeof rule === 'string') faults.push({ parameter: variable, reason: rule });
    else cohort = withRule(cohort, variable, rule);
  }
  return { cohort, faults };
}

function readRule(variable: CohortVariable, text: string): CohortRule | UrlFault['reason'] {
  const tokens = text.split(',').filter((token) => token !== '');
  if (tokens.length > mostCodes) return 'too-many-codes';
  const unknown = tokens.at(-1) === unknownToken ? 'include' : 'exclude';
  if (unknown === 'include') tokens.pop();
  if (isNumericVariable(variable)) {
    const match = tokens.length === 1 ? rangePattern.exec(tokens[0] ?? '') : null;
    if (match === null) return 'not-a-range';
    const [min, max] = [match[1], match[2]].map((bound) => (bound === undefined ? null : Number(bound)));
    if (min != null && max != null && min > max) return 'not-a-range';
    return { kind: 'range', variable, min: min ?? null, max: max ?? null, unknown };
  }
  if (tokens.length === 1 && tokens[0] === noneToken)
    return { kind: 'category', variable, values: [], unknown };
  const codes = tokens.map(decodeCode);
  const list = closedLists[variable];
  const known = (code: string | null): code is string =>
    code !== null && (list === undefined ? isOpenCode(code) : list.includes(code));
  if (codes.length === 0 || !codes.every(known)) return 'unknown-code';
  return { kind: 'category', variable, values: [...new Set(codes)], unknown };
}

/** A code of an open list (centres): any printable text of modest length. */
const isOpenCode = (code: string) => code.length > 0 && code.length <= longestCode && !/\p{C}/u.test(code);

/** A code as one token: free of commas, and never one of the two tokens with a meaning of their own. */
function encodeCode(code: string): string {
  if (code === noneToken) return '%2D';
  return code.replace(/[%,?]/g, encodeURIComponent);
}

function decodeCode(token: string): string | null {
  try {
    return decodeURIComponent(token);
  } catch {
    return null;
  }
}
