import { type Definition, definition } from '@core/base/definition';
import type { CohortDefinition } from './cohort-definition';
import { FieldReader, type JsonFault, JsonFaultError } from './json-field';
import { type CohortFile, cohortFormat, cohortJson, cohortLimits, readCohort } from './read-cohort';

/** A cohort under a name. The name is free text of the user: it is in files that the user saves, never in a link. */
export interface NamedCohort {
  /** Tells it apart for as long as the page lives; names may change and repeat. */
  readonly id: string;
  readonly name: string;
  readonly cohort: CohortDefinition;
}

/** The cohorts that the user has put aside, oldest first. */
export interface CohortWorkspace {
  readonly cohorts: readonly NamedCohort[];
  /** How many were ever named. */
  readonly named: number;
}

export const emptyWorkspace: CohortWorkspace = Object.freeze({ cohorts: Object.freeze([]), named: 0 });

/** What a file of several cohorts says of itself. */
export const workspaceFormat = 'cml-cohorts';
export const workspaceVersion = 1;

export const workspaceLimits = { cohorts: 50, fileBytes: 2_000_000 } as const;

/** The first letter that no cohort is named after; beyond Z, A2, B2 and so on. */
export function nextName({ cohorts }: CohortWorkspace): string {
  const taken = new Set(cohorts.map(({ name }) => name));
  for (let k = 0; ; k++) {
    const round = Math.floor(k / 26);
    const name = `${String.fromCharCode(65 + (k % 26))}${round === 0 ? '' : round + 1}`;
    if (!taken.has(name)) return name;
  }
}

/** A name as it is kept: one line of modest length; `null` when nothing is left of it. */
export function tidyName(name: string): string | null {
  const tidy = name
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, cohortLimits.nameLength)
    .trim();
  return tidy === '' ? null : tidy;
}

/** Puts a cohort aside; without a usable name it gets the next letter. Beyond the limit nothing changes. */
export function withCohortSaved(
  workspace: CohortWorkspace,
  cohort: CohortDefinition,
  name: string = '',
): CohortWorkspace {
  if (workspace.cohorts.length >= workspaceLimits.cohorts) return workspace;
  const named = workspace.named + 1;
  const saved = { id: `c${named}`, name: unlike(workspace, tidyName(name) ?? nextName(workspace)), cohort };
  return { cohorts: [...workspace.cohorts, saved], named };
}

/** A name that no other cohort has: the second "A" becomes "A (2)". */
function unlike({ cohorts }: CohortWorkspace, name: string): string {
  const taken = new Set(cohorts.map((one) => one.name));
  for (let k = 1; ; k++) {
    const suffix = k === 1 ? '' : ` (${k})`;
    const text = `${name.slice(0, cohortLimits.nameLength - suffix.length)}${suffix}`;
    if (!taken.has(text)) return text;
  }
}

export function withCohortRenamed(workspace: CohortWorkspace, id: string, name: string): CohortWorkspace {
  const others = { ...workspace, cohorts: workspace.cohorts.filter((one) => one.id !== id) };
  const tidy = tidyName(name);
  if (tidy === null) return workspace;
  return changed(workspace, id, (one) => ({ ...one, name: unlike(others, tidy) }));
}

export const withCohortReplaced = (
  workspace: CohortWorkspace,
  id: string,
  cohort: CohortDefinition,
): CohortWorkspace => changed(workspace, id, (one) => ({ ...one, cohort }));

export function withCohortDuplicated(workspace: CohortWorkspace, id: string): CohortWorkspace {
  const original = workspace.cohorts.find((one) => one.id === id);
  return original === undefined ? workspace : withCohortSaved(workspace, original.cohort, original.name);
}

export const withCohortRemoved = (workspace: CohortWorkspace, id: string): CohortWorkspace => ({
  ...workspace,
  cohorts: workspace.cohorts.filter((one) => one.id !== id),
});

function changed(
  workspace: CohortWorkspace,
  id: string,
  change: (one: NamedCohort) => NamedCohort,
): CohortWorkspace {
  return { ...workspace, cohorts: workspace.cohorts.map((one) => (one.id === id ? change(one) : one)) };
}

/** A workspace as the JSON that `readCohorts` reads. */
export const workspaceJson = ({ cohorts }: CohortWorkspace): Definition<object> =>
  definition({
    format: workspaceFormat,
    version: workspaceVersion,
    cohorts: cohorts.map((one) => cohortJson(one)),
  });

export type ReadCohorts =
  | { readonly files: readonly CohortFile[]; readonly fault: null }
  | { readonly files: null; readonly fault: JsonFault };

/**
 * Reads a file of one cohort or of several, all or nothing.
 *
 * @param json  parsed; what it is, its `format` says
 * @example
 * readCohorts({ format: 'cml-cohorts', version: 1, cohorts: [{}] }).fault
 * // { path: 'cohorts[0].format', expected: { kind: 'present' } }
 */
export function readCohorts(json: unknown): ReadCohorts {
  try {
    const field = new FieldReader(json, '');
    if (field.get('format').oneOf([cohortFormat, workspaceFormat]) === cohortFormat) {
      const { file, fault } = readCohort(json);
      return fault === null ? { files: [file], fault } : { files: null, fault };
    }
    // Before anything else: another version may have members that this one does not know.
    field.get('version').integer(workspaceVersion, workspaceVersion);
    field.only(['$schema', 'format', 'version', 'cohorts']);
    const length = field.get('cohorts').list(workspaceLimits.cohorts).length;
    const { cohorts } = json as { readonly cohorts: readonly unknown[] };
    const files: CohortFile[] = [];
    for (let k = 0; k < length; k++) {
      const { file, fault } = readCohort(cohorts[k]);
      if (fault !== null) {
        const path = [`cohorts[${k}]`, fault.path].filter((part) => part !== '').join('.');
        return { files: null, fault: { ...fault, path } };
      }
      files.push(file);
    }
    return { files, fault: null };
  } catch (error) {
    if (error instanceof JsonFaultError) return { files: null, fault: error.fault };
    throw error;
  }
}
