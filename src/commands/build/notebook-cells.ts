import { type Cell, type Notebook, parseTemplate, toCell } from '@observablehq/notebook-kit';

/** Kinds of cells that a notebook of this project may have. */
const kinds: ReadonlySet<string> = new Set(['js', 'ts', 'md', 'html', 'sql']);

/** What is wrong with a notebook: said when it is built, with its file and cell. */
export class NotebookFault extends Error {
  constructor(file: string, cell: number, words: string) {
    super(`${file}, cell ${cell}: ${words}`);
  }
}

/**
 * A notebook as this project builds it: nothing is fetched from elsewhere, nothing is run while it is built, and texts with
 * values in them become texts whose places are filled later.
 *
 * @throws NotebookFault for a kind of cell, a database or an import that the page could not have
 */
export function builtNotebook(notebook: Notebook, file: string): Notebook {
  let next = Math.max(0, ...notebook.cells.map(({ id }) => id));
  const cells = notebook.cells.flatMap((cell): readonly Cell[] => {
    check(cell, file);
    if (cell.mode !== 'md') return [cell];
    const { text, expressions } = withPlaces(cell);
    return [
      { ...cell, value: text },
      ...expressions.map((expression, place) => {
        next += 1;
        return toCell({
          id: next,
          mode: 'js',
          hidden: true,
          pinned: false,
          value: `fill('${placeName(cell.id, place)}', (${expression}))`,
        });
      }),
    ];
  });
  return { ...notebook, cells: [...cells] };
}

function check({ id, mode, value, database }: Cell, file: string): void {
  const refuse = (words: string): never => {
    throw new NotebookFault(file, id, words);
  };
  if (!kinds.has(mode)) refuse(`a cell of the kind "${mode}"; the page has js, ts, md, html and sql`);
  if (mode === 'sql' && database !== undefined && !/^var:[A-Za-z_$][\w$]*$/.test(database)) {
    refuse(
      `database="${database}"; SQL is asked of the open extract, var:db, or of a variable of the notebook`,
    );
  }
  if (mode === 'html' && parseTemplate(value).expressions.length > 0) {
    refuse('an expression in HTML, which the page may not make of text; write it in a md or js cell');
  }
  if (mode === 'js' || mode === 'ts') {
    for (const [, quote = '', name = ''] of value.matchAll(/\b(?:from|import)\s*\(?\s*(['"])([^'"]+)\1/g)) {
      if (!name.startsWith('../src/')) {
        refuse(
          `import ${quote}${name}${quote}; a notebook imports ../src/… alone, nothing from npm or elsewhere`,
        );
      }
    }
    if (/\b(?:FileAttachment|DatabaseClient|Interpreter|DuckDBClient|fetch)\b/.test(value)) {
      refuse('data that is not of the open extract; ask db instead');
    }
  }
}

const placeName = (cell: number, place: number) => `place-${cell}-${place}`;

/** The text of a cell with an empty element in place of each `${…}`, and what was in them. */
function withPlaces({ id, value }: Cell): { readonly text: string; readonly expressions: readonly string[] } {
  const { quasis, expressions } = parseTemplate(value);
  const texts = quasis.map(({ start, end }) => value.slice(start, end));
  return {
    text: texts
      .map((text, place) => (place === 0 ? text : `<span id="${placeName(id, place - 1)}"></span>${text}`))
      .join(''),
    expressions: expressions.map(({ start, end }) => value.slice(start, end)),
  };
}
