import type { ColumnContract } from '@data/contracts/contract';

/** A table drawn in a text: a line of names, then a line per row; `|` stands between the cells and at both ends. */
export interface DrawnTable {
  readonly names: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** @throws RangeError for a line that has not as many cells as there are names */
export function readDrawn(text: string): DrawnTable {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(cellsOf);
  const [names = [], ...rows] = lines;
  return {
    names,
    rows: rows.map((cells) => {
      if (cells.length !== names.length)
        throw new RangeError(`not ${names.length} cells: ${cells.join(' | ')}`);
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    }),
  };
}

function cellsOf(line: string): readonly string[] {
  if (!line.startsWith('|') || !line.endsWith('|')) throw new RangeError(`not between two bars: ${line}`);
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/** A cell as a value of a column of that type. */
export function cellValue(cell: string, type: ColumnContract['type']): string | number | boolean | null {
  if (cell === '') return null;
  if (type === 'BOOLEAN') return cell === 'T';
  return type === 'VARCHAR' ? cell : Number(cell);
}
