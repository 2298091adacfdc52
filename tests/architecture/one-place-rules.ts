import { readModule } from './read-module';
import type { SourceFile } from './source-files';

interface OnePlaceRule {
  readonly what: string;
  /** Matches an import, a name (`Date.now`, `fetch(`, `new Date()`) or a text, as `look` says. */
  readonly pattern: RegExp;
  readonly look: 'imports' | 'names' | 'texts';
  /** Paths below `src` where it may stand. */
  readonly allowed: RegExp;
  readonly instead: string;
}

export const onePlaceRules: readonly OnePlaceRule[] = [
  {
    what: 'DuckDB',
    look: 'imports',
    pattern: /^@duckdb\//,
    allowed: /^(data\/engine|commands)\//,
    instead: 'ask through the Engine of data/engine',
  },
  {
    what: 'a SQL file',
    look: 'imports',
    pattern: /\.sql(\?|$)/,
    allowed: /^data\/queries\//,
    instead: 'write a question in data/queries',
  },
  {
    what: 'Plot',
    look: 'imports',
    pattern: /^@observablehq\/plot/,
    allowed: /^view\/charts\//,
    instead: 'write a chart in view/charts',
  },
  {
    what: 'CodeMirror',
    look: 'imports',
    pattern: /^(@codemirror|@lezer)\//,
    allowed: /^view\/editor\//,
    instead: 'write SQL in the editor of view/editor',
  },
  {
    what: 'parquet-wasm',
    look: 'imports',
    pattern: /^parquet-wasm/,
    allowed: /^data\/extract\//,
    instead: 'decode in data/extract',
  },
  {
    what: 'simple-statistics or stdlib',
    look: 'imports',
    pattern: /^(simple-statistics|@stdlib\/)/,
    allowed: /^core\/statistics\//,
    instead: 'put the estimate into core/statistics',
  },
  {
    what: 'a network request',
    look: 'names',
    pattern:
      /^(fetch\(|window\.fetch|globalThis\.fetch|self\.fetch|XMLHttpRequest|WebSocket|EventSource|navigator\.sendBeacon)$/,
    allowed: /^data\/(extract|egress)\//,
    instead: 'only data/extract reads files, from its own origin, and only data/egress tries the ways out',
  },
  {
    what: 'browser storage',
    look: 'names',
    pattern: /^(localStorage|sessionStorage|indexedDB|caches|document\.cookie|serviceWorker)$/,
    allowed: /^$/,
    instead: 'keep it in the URL: nothing of a session stays on the workstation',
  },
  {
    what: 'the history of the browser',
    look: 'names',
    pattern: /^(history|window\.history)$/,
    // The history of the editor is another one: the steps that it can undo.
    allowed: /^(session|app|commands)\/|^view\/editor\/sql-extensions\.ts$/,
    instead: 'change the state of the session, which is mirrored in the URL',
  },
  {
    what: 'dice or a clock in core',
    look: 'names',
    pattern: /^(Math\.random|Date\.now|new Date\(\)|performance\.now)$/,
    allowed: /^(?!core\/)/,
    instead: 'take the generator or the date as an argument',
  },
  {
    what: 'the mark of what may leave',
    look: 'imports',
    pattern: /\/release-mark$/,
    allowed: /^core\/disclosure\//,
    instead: 'release it by a rule of core/disclosure, or compute it from what is released',
  },
  {
    what: 'a download or the clipboard',
    look: 'names',
    pattern: /^(navigator\.clipboard.*|ClipboardItem|URL\.createObjectURL)$/,
    // A picture drawn for its bitmap leaves by the same file as every other; a way out is tried with an empty file.
    allowed: /^(session\/save-file|view\/charts\/plot-picture|data\/egress\/page-attempts)\.ts$/,
    instead: 'hand released content to session/save-file',
  },
  {
    what: 'exact numbers in a file',
    look: 'names',
    pattern: /^saveControlFile$/,
    allowed: /^(session\/(save-file|use-figure-export)\.ts|features\/[\w-]+\/\w*Export\.tsx)$/,
    instead: 'only the control file of an export, which stays inside, holds them',
  },
  {
    what: 'code from text',
    look: 'names',
    pattern: /^(eval\(|Function\(|new Function\(.*\))$/,
    allowed: /^$/,
    instead: 'write the code out: the content security policy refuses it',
  },
  {
    what: 'a foreign URL',
    look: 'texts',
    pattern: /\b(https?|wss?|ftp):\/\/(?!127\.0\.0\.1\b|localhost\b|www\.w3\.org\/)/,
    // The reserved name of the self-check never resolves.
    allowed: /^(commands\/|data\/egress\/reserved-name\.ts$)/,
    instead: 'nothing is fetched or linked outside; name a paper by its DOI as plain text',
  },
];

/** Every use of a thing outside its one place, one instructing line each. */
export function onePlaceViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const facts = readModule(path, text);
    const found = {
      imports: facts.imports.map(({ source, line }) => ({ text: source, line })),
      names: facts.names.map(({ name, line }) => ({ text: name, line })),
      texts: facts.texts,
    };
    return onePlaceRules.flatMap(({ what, pattern, look, allowed, instead }) =>
      allowed.test(path)
        ? []
        : [
            ...new Set(
              found[look]
                .filter((mention) => pattern.test(mention.text))
                .map(({ line }) => `src/${path}:${line} holds ${what}; ${instead}`),
            ),
          ],
    );
  });
}

const forbiddenNames = /^(utils?|helpers?|common|misc|types?|const(ants)?|manager|service|shared|lib)$/;
const longestFile = 400;
/** Written by a program from the contract: nobody reads them from top to bottom. */
const writtenByProgram: ReadonlySet<string> = new Set([
  'core/domain/extract-tables.ts',
  'data/contracts/extract-contract.ts',
  'data/contracts/quality-rules.ts',
]);

/** Every file whose name names nothing, or that has grown too long. */
export function shapeViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const words = path.replace(/\.[^/]*$/, '').split('/');
    const vague = words.find((word) => forbiddenNames.test(word));
    const name = path.split('/').at(-1) ?? '';
    const lines = text.split('\n').length;
    return [
      ...(vague === undefined
        ? []
        : [`src/${path}: "${vague}" names nothing; find the noun of what is in it`]),
      ...(!/\.(ts|tsx)$/.test(name) ||
      /^[a-z0-9-]+(\.d|\.worker)?\.ts$/.test(name) ||
      /^([A-Z][A-Za-z0-9]*|use-[a-z0-9-]+|main)\.tsx$/.test(name)
        ? []
        : [`src/${path}: name a .ts file in kebab-case and a .tsx file after its component`]),
      ...(lines <= longestFile || writtenByProgram.has(path)
        ? []
        : [`src/${path} has ${lines} lines, more than ${longestFile}; split it by noun`]),
    ];
  });
}

const sqlHeader = [
  { pattern: /^-- question: \S/, line: '-- question: what is asked' },
  { pattern: /^-- grain: \S/, line: '-- grain: one row per …' },
  { pattern: /^-- order: \S/, line: '-- order: the columns the rows are ordered by' },
];

/** Every `.sql` that does not open with its question, its grain and its order, or that answers with everything. */
export function sqlViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return [
      ...sqlHeader.flatMap(({ pattern, line }, index) =>
        pattern.test(lines[index] ?? '')
          ? []
          : [`src/${path}:${index + 1} must be its header line; write "${line}"`],
      ),
      ...(answersWithEverything(text)
        ? [`src/${path} answers with select *; name the columns, they are what the caller reads`]
        : []),
    ];
  });
}

/** Whether an outermost `select` of the text has `*` or `alias.*` as a column; steps inside parentheses may. */
function answersWithEverything(text: string): boolean {
  const plain = text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ').replace(/'(?:[^']|'')*'/g, "''");
  let depth = 0;
  let outermost = '';
  for (const character of plain) {
    if (character === ')') depth -= 1;
    if (depth === 0) outermost += character;
    if (character === '(') depth += 1;
  }
  const selects = outermost.split(/\bselect\b(?:\s+distinct\b)?/i).slice(1);
  return selects.some((rest) =>
    (rest.split(/\bfrom\b/i)[0] ?? '').split(',').some((column) => /^\s*("?\w+"?\s*\.\s*)?\*/.test(column)),
  );
}
