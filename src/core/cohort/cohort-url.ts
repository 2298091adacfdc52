import { type AnchorEvent, numberedEvents, singleEvents } from './anchor-event';
import { base64UrlDecoded, base64UrlEncoded } from './base64-url';
import {
  type CohortDefinition,
  type CohortRule,
  everyone,
  factOf,
  mostRules,
  withRules,
} from './cohort-definition';
import { type FactId, facts, isCategoryFact, isFactId } from './fact-vocabulary';
import type { JsonFault } from './json-field';
import { isUpright } from './number-range';
import { couldBePersonal, holdsPersonalText } from './personal-text';
import { cohortJson, cohortLimits, readCohort } from './read-cohort';

/** The parameter that holds a whole definition, for cohorts that parameters by fact cannot say. */
export const definitionParameter = 'cohort';
export const indexParameter = 'index';

/** A link longer than this is not made: mail programs and proxies cut it. */
export const longestLink = 6_000;

/** The token that stands for "and those for whom it is not known". */
const unknownToken = '?';
/** The token that stands for "no category at all". */
const noneToken = '-';

/** A part of a link that could not be read: which parameter, and why. The text itself is not repeated. */
export interface UrlFault {
  readonly parameter: string;
  readonly reason:
    | 'unknown-code'
    | 'not-a-range'
    | 'too-many-codes'
    | 'not-an-event'
    | 'not-a-definition'
    | 'said-twice'
    /** The cohort cannot be a link, and this page does not hold it. */
    | 'not-held';
  /** Where the definition is not one, when it could be read so far. */
  readonly fault?: JsonFault;
}

const rangePattern = /^(-?\d{1,9}(?:\.\d{1,6})?)?\.\.(-?\d{1,9}(?:\.\d{1,6})?)?$/;

/** Whether a parameter of the address belongs to the cohort. */
export const isCohortParameter = (name: string): boolean =>
  name === definitionParameter || name === indexParameter || isFactId(name);

/**
 * A cohort as URL parameters, in the order of its rules: `phase=CP`, `age=18..65`, `transcript=e13a2,e14a2,?`,
 * `index=line_start:2`; `?` at the end keeps patients for whom the fact is not known. A cohort with rules on events or
 * combinations is one parameter `cohort`, its JSON in base64url. Names of cohorts are free text and stay out of links.
 *
 * @returns `null` when the link would be longer than `longestLink`, or when a code of the cohort could be a person's: codes
 *   of open lists are free text, and links end in logs and mails
 */
export function cohortToUrl(cohort: CohortDefinition): Readonly<Record<string, string>> | null {
  if (holdsPersonalText(cohort)) return null;
  const parameters = readableParameters(cohort) ?? {
    [definitionParameter]: base64UrlEncoded(JSON.stringify(cohortJson({ name: null, cohort }))),
  };
  const length = Object.entries(parameters).reduce(
    (sum, [name, value]) => sum + name.length + encodeURIComponent(value).length + 2,
    0,
  );
  return length > longestLink ? null : parameters;
}

function readableParameters(cohort: CohortDefinition): Readonly<Record<string, string>> | null {
  const parameters = new Map<string, string>();
  for (const rule of cohort.rules) {
    const fact = factOf(rule);
    const tokens = ruleTokens(rule);
    if (fact === null || tokens === null || parameters.has(fact)) return null;
    parameters.set(fact, [...tokens, ...(rule.unknown === 'include' ? [unknownToken] : [])].join(','));
  }
  const { index } = cohort;
  if (index.event !== 'diagnosis') {
    parameters.set(indexParameter, 'number' in index ? `${index.event}:${index.number}` : index.event);
  }
  return Object.fromEntries(parameters);
}

function ruleTokens({ condition }: CohortRule): readonly string[] | null {
  if (condition.kind === 'category') {
    return condition.values.length === 0 ? [noneToken] : condition.values.map(encodeCode);
  }
  if (condition.kind !== 'range' || condition.minOpen || condition.maxOpen) return null;
  const text = `${condition.min ?? ''}..${condition.max ?? ''}`;
  return rangePattern.test(text) ? [text] : null;
}

/**
 * Reads a cohort from URL parameters; other parameters are ignored.
 *
 * A parameter that cannot be read is left out and reported: a link is never half-obeyed in silence.
 *
 * @example
 * cohortFromUrl({ age: '18..65' }).cohort.rules[0]?.condition // { kind: 'range', fact: 'age', min: 18, max: 65 }
 */
export function cohortFromUrl(parameters: Readonly<Record<string, unknown>>): {
  readonly cohort: CohortDefinition;
  readonly faults: readonly UrlFault[];
} {
  const faults: UrlFault[] = [];
  const names = Object.keys(parameters).filter((name) => parameters[name] !== undefined);
  const definition = parameters[definitionParameter];
  if (definition !== undefined) {
    for (const parameter of names.filter((name) => isFactId(name) || name === indexParameter)) {
      faults.push({ parameter, reason: 'said-twice' });
    }
    const { cohort: read, fault } = definitionOf(String(definition));
    const cohort = holdsPersonalText(read) ? null : read;
    if (cohort === null) {
      const where = fault === null ? {} : { fault };
      faults.push({ parameter: definitionParameter, reason: 'not-a-definition', ...where });
    }
    return { cohort: cohort ?? everyone, faults };
  }
  const rules: CohortRule[] = [];
  for (const fact of names.filter(isFactId)) {
    const rule = readRule(fact, String(parameters[fact]));
    if (typeof rule === 'string') faults.push({ parameter: fact, reason: rule });
    else rules.push(rule);
  }
  const asked = parameters[indexParameter];
  const index = asked === undefined ? everyone.index : anchorOf(String(asked));
  if (index === null) faults.push({ parameter: indexParameter, reason: 'not-an-event' });
  const cohort = withRules({ index: index ?? everyone.index, rules: [] }, rules.slice(0, mostRules));
  return { cohort, faults };
}

function definitionOf(text: string): {
  readonly cohort: CohortDefinition | null;
  readonly fault: JsonFault | null;
} {
  const unreadable = { cohort: null, fault: null };
  const json = text.length > longestLink ? null : base64UrlDecoded(text);
  if (json === null) return unreadable;
  try {
    const { file, fault } = readCohort(JSON.parse(json));
    return { cohort: file?.cohort ?? null, fault };
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}

function anchorOf(text: string): AnchorEvent | null {
  const [name, number] = text.split(':');
  const single = singleEvents.find((event) => event === name);
  if (single !== undefined) return number === undefined ? { event: single } : null;
  const event = numberedEvents.find((one) => one === name);
  if (event === undefined || !/^[1-9]\d?$/.test(number ?? '')) return null;
  return { event, number: Number(number) };
}

function readRule(fact: FactId, text: string): CohortRule | UrlFault['reason'] {
  const tokens = text.split(',').filter((token) => token !== '');
  if (tokens.length > cohortLimits.codes) return 'too-many-codes';
  const unknown = tokens.at(-1) === unknownToken ? 'include' : 'exclude';
  if (unknown === 'include') tokens.pop();
  if (!isCategoryFact(fact)) {
    const match = tokens.length === 1 ? rangePattern.exec(tokens[0] ?? '') : null;
    if (match === null) return 'not-a-range';
    const [min, max] = [match[1], match[2]].map((bound) => (bound === undefined ? null : Number(bound) + 0));
    const range = { min: min ?? null, max: max ?? null };
    return isUpright(range) ? { condition: { kind: 'range', fact, ...range }, unknown } : 'not-a-range';
  }
  if (tokens.length === 1 && tokens[0] === noneToken) {
    return { condition: { kind: 'category', fact, values: [] }, unknown };
  }
  const codes = tokens.map(decodeCode);
  const list: readonly string[] | null = facts[fact].levels;
  const known = (code: string | null): code is string =>
    code !== null && (list === null ? isOpenCode(code) : list.includes(code));
  if (codes.length === 0 || !codes.every(known)) return 'unknown-code';
  return { condition: { kind: 'category', fact, values: [...new Set(codes)] }, unknown };
}

/** A code of an open list (centres): any printable text of modest length that is not a person's. */
const isOpenCode = (code: string) =>
  code.length > 0 && code.length <= cohortLimits.codeLength && !/\p{C}/u.test(code) && !couldBePersonal(code);

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
