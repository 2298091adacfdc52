import type { AnswerCells } from '@session/answer-windows';

/** How the rows of an answer look; classes and words are the screen's. */
export interface RowLook {
  /** In pixels. */
  readonly rowHeight: number;
  /** Widths of the columns, as a grid takes them. */
  readonly template: string;
  /** Class of each column's cells; empty for none. */
  readonly columns: readonly string[];
  readonly row: string;
  readonly place: string;
  /** Class of a cell without a value, and what stands in it. */
  readonly null: string;
  readonly nullText: string;
  readonly placeText: (place: number) => string;
}

interface PaintedRow {
  readonly element: HTMLTableRowElement;
  readonly placeText: Text;
  readonly cells: { readonly element: HTMLTableCellElement; readonly text: Text }[];
  place: number;
  shown: AnswerCells | null;
  top: number;
}

/** Pixels from where the rows are counted, beyond which they are counted from elsewhere: browsers round far ones. */
const farthest = 1_000_000;
/** After so many milliseconds without a move, the rows stand in the page in the order of the answer again. */
const rest = 120;

/**
 * Writes the rows in sight into the body of a table, by hand: at each move the rows that left are used again for those that
 * came, the body moves as one, and of what stands nothing is touched. React would look at every cell in every frame.
 */
export class RowPainter {
  readonly #body: HTMLTableSectionElement;
  readonly #look: RowLook;
  readonly #rows: PaintedRow[] = [];
  #base = 0;
  #shift = 0;
  #isOrdered = true;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(body: HTMLTableSectionElement, look: RowLook) {
    this.#body = body;
    this.#look = look;
  }

  /**
   * Shows the rows from `first` to `last`.
   *
   * @param top  of the first of them, in pixels from the beginning of the body
   */
  paint(
    { first, last, top }: { readonly first: number; readonly last: number; readonly top: number },
    rowAt: (place: number) => AnswerCells | undefined,
  ): void {
    const { rowHeight } = this.#look;
    const count = last - first + 1;
    if (Math.abs(first - this.#base) * rowHeight > farthest) this.#base = first;
    const shift = top - (first - this.#base) * rowHeight;
    if (shift !== this.#shift) {
      this.#shift = shift;
      this.#body.style.top = `${shift}px`;
    }
    while (this.#rows.length > count) this.#rows.pop()?.element.remove();
    while (this.#rows.length < count) this.#rows.push(this.#newRow());
    for (let place = first; place <= last; place++) {
      const row = this.#rows[place % count];
      if (row === undefined) continue;
      if (row.place !== place) this.#isOrdered = false;
      this.#write(row, place, rowAt(place));
    }
    clearTimeout(this.#resting);
    if (!this.#isOrdered) this.#resting = setTimeout(() => this.#order(), rest);
  }

  clear(): void {
    clearTimeout(this.#resting);
    this.#body.replaceChildren();
    this.#rows.length = 0;
  }

  #newRow(): PaintedRow {
    const element = this.#body.insertRow();
    element.className = this.#look.row;
    element.setAttribute('role', 'row');
    element.style.gridTemplateColumns = this.#look.template;
    const place = document.createElement('th');
    place.className = this.#look.place;
    place.setAttribute('role', 'rowheader');
    place.scope = 'row';
    const placeText = document.createTextNode('');
    place.append(placeText);
    element.append(place);
    return { element, placeText, cells: [], place: -1, shown: null, top: Number.NaN };
  }

  #write(row: PaintedRow, place: number, cells: AnswerCells | undefined): void {
    const { rowHeight, placeText, columns, nullText } = this.#look;
    const top = (place - this.#base) * rowHeight;
    if (row.top !== top) {
      row.top = top;
      row.element.style.top = `${top}px`;
    }
    if (row.place !== place) {
      row.place = place;
      row.element.ariaRowIndex = String(place + 2);
      row.placeText.data = placeText(place);
    }
    if (row.shown === (cells ?? null)) return;
    row.shown = cells ?? null;
    // A row has no cell before its first answer: nothing is not the same as an empty text.
    if (cells !== undefined && row.cells.length === 0) this.#addCells(row);
    for (const [at, { element, text }] of row.cells.entries()) {
      const value = cells?.[at];
      const className = `${columns[at] ?? ''}${value === null ? ` ${this.#look.null}` : ''}`;
      if (element.className !== className) element.className = className;
      const shown = value === null ? nullText : (value ?? '');
      if (text.data !== shown) text.data = shown;
    }
  }

  #addCells(row: PaintedRow): void {
    for (const _ of this.#look.columns) {
      const element = row.element.insertCell();
      element.setAttribute('role', 'cell');
      const text = document.createTextNode('');
      element.append(text);
      row.cells.push({ element, text });
    }
  }

  /** Puts the rows into the order in which they are read out; none is moved that stands in it. */
  #order(): void {
    this.#isOrdered = true;
    const ordered = this.#rows.toSorted((one, other) => one.place - other.place);
    for (const [at, { element }] of ordered.entries()) {
      const there = this.#body.rows[at];
      if (there !== undefined && there !== element) this.#body.insertBefore(element, there);
    }
  }
}
