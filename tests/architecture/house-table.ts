/** What the files of one folder of `src` may import. A name that is not listed is forbidden. */
export interface Room {
  /** Other rooms; `core/*` stands for every room of a floor. A room may always import itself. */
  readonly rooms: readonly string[];
  /** npm packages and `node:` modules; a trailing `*` matches the rest of a name. */
  readonly packages: readonly string[];
}

const react = ['react', 'react/*'];
const screenParts = [
  ...react,
  'react-intl',
  'react-aria-components',
  '@tanstack/react-table',
  '@tanstack/react-virtual',
];

/** The import table of src/README.md. */
export const houseTable: Readonly<Record<string, Room>> = {
  'core/base': { rooms: [], packages: [] },
  'core/domain': { rooms: ['core/base'], packages: [] },
  'core/statistics': { rooms: ['core/base'], packages: ['simple-statistics'] },
  'core/disclosure': { rooms: ['core/base'], packages: [] },
  'core/cohort': { rooms: ['core/base', 'core/domain'], packages: [] },
  'core/endpoint': { rooms: ['core/base', 'core/domain', 'core/cohort'], packages: [] },
  'core/analyses': { rooms: ['core/*'], packages: [] },

  'data/engine': {
    rooms: ['core/base'],
    packages: ['@duckdb/duckdb-wasm', '@duckdb/duckdb-wasm/*', '@duckdb/node-api', 'apache-arrow'],
  },
  'data/egress': { rooms: ['core/base', 'data/engine'], packages: [] },
  'data/extract': {
    rooms: ['core/base', 'data/engine', 'data/contracts', 'data/queries'],
    packages: ['apache-arrow', 'fflate', 'parquet-wasm', 'parquet-wasm/*'],
  },
  'data/contracts': { rooms: ['core/base', 'core/domain'], packages: [] },
  'data/queries': { rooms: ['core/*', 'data/engine', 'data/contracts'], packages: [] },

  language: {
    rooms: ['core/base', 'core/domain', 'core/cohort', 'core/endpoint', 'core/disclosure', 'data/contracts'],
    packages: [...react, 'react-intl'],
  },
  session: {
    rooms: ['core/*', 'data/*', 'language'],
    packages: [...react, '@tanstack/react-query', '@tanstack/react-router', 'fflate'],
  },

  'view/ui': { rooms: ['core/base', 'language'], packages: screenParts },
  'view/charts': {
    rooms: ['core/*', 'view/ui'],
    packages: ['@observablehq/plot', ...screenParts],
  },
  'view/editor': {
    rooms: ['core/base', 'view/ui'],
    packages: [...react, '@codemirror/*', '@lezer/highlight'],
  },
  'view/figures': { rooms: ['core/*', 'language', 'view/charts', 'view/ui'], packages: screenParts },

  'features/*': { rooms: ['core/*', 'data/queries', 'session', 'view/*', 'language'], packages: screenParts },
  app: {
    rooms: ['core/base', 'core/cohort', 'core/disclosure', 'features/*', 'session', 'view/ui', 'language'],
    packages: [
      '@fontsource-variable/*',
      ...screenParts,
      'react-dom',
      'react-dom/*',
      '@tanstack/react-router',
      '@tanstack/react-query',
    ],
  },

  /** The page around the cells of a notebook. */
  notebook: {
    rooms: ['core/*', 'data/*', 'session', 'language', 'view/charts', 'view/ui'],
    packages: [
      '@observablehq/runtime',
      'observable:define',
      'observable:display',
      'observable:generators',
      'react-intl',
    ],
  },
  /** `index.ts`: what notebooks and other programs import. */
  library: { rooms: ['core/*', 'data/queries', 'language', 'view/charts', 'view/figures'], packages: [] },

  'commands/*': { rooms: ['core/*', 'data/*', 'language', 'commands/*'], packages: ['*'] },
};

/** The room of a path below `src`, `undefined` for a file that lies in none. */
export function roomOf(path: string): string | undefined {
  if (path === 'index.ts') return 'library';
  const folders = path.split('/').slice(0, -1);
  return [folders.slice(0, 2).join('/'), folders[0] ?? ''].find(
    (room) => room in houseTable || (`${room.split('/')[0]}/*` in houseTable && room.includes('/')),
  );
}

/** The row of the table a room stands in. */
export function rowOf(room: string): Room | undefined {
  return houseTable[room] ?? houseTable[`${room.split('/')[0]}/*`];
}

export function matches(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}
