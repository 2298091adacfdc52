import { readFileSync } from 'node:fs';

/** One exported name of the library, as its source describes it. */
export interface LibraryEntry {
  readonly name: string;
  /** Path of the file that it comes from. */
  readonly path: string;
  /** How it is called: the declaration without its body. */
  readonly signature: string;
  /** The doc block without its stars. */
  readonly doc: string;
}

export interface LibraryPart {
  readonly title: string;
  readonly entries: readonly LibraryEntry[];
}

/** Parts in their order, by where their names come from; the first that fits. */
const partsByPath: readonly (readonly [RegExp, string])[] = [
  [/^core\/(?:cohort|endpoint)\//, 'Cohorts and endpoints: definitions as data'],
  [/^data\/queries\//, 'Questions: what is asked of an open extract'],
  [/^core\/analyses\//, 'Analyses: from the answer of a question to estimates'],
  [/^core\/statistics\/survival\//, 'Time to event'],
  [/^core\/statistics\/roc\//, 'Markers'],
  [/^core\/statistics\//, 'Proportions, tables, samples, regression'],
  [/^view\//, 'Charts: options of Plot'],
  [/^/, 'Units and words'],
];

/**
 * Reads the library from its one file, every `export { … } from '…'` of it.
 *
 * @throws Error for a name whose source has no declaration or no doc block
 */
export function readLibrary(entry = 'src/index.ts'): readonly LibraryPart[] {
  const exported = [...readFileSync(entry, 'utf8').matchAll(/^export \{([^}]+)\} from '@([^']+)';$/gm)];
  const entries = exported.flatMap(([, names = '', source = '']) => {
    const path = `src/${source}.ts`;
    const text = readFileSync(path, 'utf8');
    return names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name): LibraryEntry => ({ name, path, ...declared(name, text, path) }));
  });
  const titleOf = ({ path }: LibraryEntry) =>
    partsByPath.find(([pattern]) => pattern.test(path.slice('src/'.length)))?.[1];
  return partsByPath.map(([, title]) => ({
    title,
    entries: entries.filter((one) => titleOf(one) === title),
  }));
}

function declared(name: string, text: string, path: string): Pick<LibraryEntry, 'signature' | 'doc'> {
  const found = new RegExp(`^export (?:function|const) ${name}\\b`, 'm').exec(text);
  if (found === null) throw new Error(`${path} declares no ${name}`);
  const doc = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(text.slice(0, found.index))?.[1];
  if (doc === undefined) throw new Error(`${path}: ${name} is exported by the library and has no doc block`);
  return {
    signature: signatureOf(text.slice(found.index)),
    doc: doc
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, ''))
      .join('\n')
      .trim(),
  };
}

/** Up to the body of a function or the value of a constant. */
function signatureOf(declaration: string): string {
  const isFunction = declaration.startsWith('export function');
  let depth = 0;
  for (let at = 0; at < declaration.length; at++) {
    const character = declaration.charAt(at);
    if ('([<'.includes(character)) depth += 1;
    else if (')]'.includes(character) || (character === '>' && declaration.charAt(at - 1) !== '='))
      depth -= 1;
    else if (character === '{' && depth > 0) depth += 1;
    else if (character === '}' && depth > 0) depth -= 1;
    else if (depth === 0 && isFunction && character === '{' && !/:\s*$/.test(declaration.slice(0, at))) {
      return tidy(declaration.slice(0, at));
    } else if (depth === 0 && isFunction && character === '{') depth += 1;
    else if (depth === 0 && !isFunction && character === '=' && declaration.charAt(at + 1) !== '>') {
      return tidy(declaration.slice(0, at));
    }
  }
  return tidy(declaration.split('\n')[0] ?? '');
}

const tidy = (text: string) => text.replace(/^export /, '').trimEnd();
