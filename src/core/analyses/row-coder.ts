import type { AnswerCell, RowCodes, RowColumns } from './row-counts';

/** Whole numbers of less than so much stand for themselves, all other cells for their place among those of their column. */
const smallNumber = 2 ** 30;
const cellsAtOnce = 200_000;

/** Patients of an answer by their places: from the first to before the second. */
interface Places {
  readonly from: number;
  readonly to: number;
}

/** The rows of an answer of some patients, row by row: `patient` tells whose each is. */
export interface RowsOfPatients {
  readonly rowCount: number;
  readonly patient: ArrayLike<number>;
  readonly columns: Readonly<Record<string, ArrayLike<AnswerCell>>>;
}

interface Part {
  readonly codes: RowCodes;
  /** How many each patient has. */
  readonly counts: Uint32Array;
}

/** Makes `RowColumns` of an answer that comes in parts: each part holds all rows of some patients, who follow those of the one before. */
export class RowCoder {
  readonly #told: readonly string[];
  readonly #counted: readonly string[];
  readonly #columns: readonly ColumnKeys[];
  readonly #tuples: TupleCodes;
  readonly #parts: Part[] = [];

  /**
   * @param told     the columns by which the answer is ordered, in that order
   * @param counted  the others
   */
  constructor(told: readonly string[], counted: readonly string[]) {
    this.#told = told;
    this.#counted = counted;
    this.#columns = [...told, ...counted].map(() => new ColumnKeys());
    this.#tuples = new TupleCodes(this.#columns.length);
  }

  /** How many different rows there are by now, those of different amounts apart. */
  get size(): number {
    return this.#tuples.size;
  }

  /** May be left at every `yield`. */
  *add({ from, to }: Places, rows: RowsOfPatients): Generator<undefined, void, void> {
    const keys: Int32Array[] = [];
    for (const [at, name] of [...this.#told, ...this.#counted].entries()) {
      const cells = rows.columns[name] ?? [];
      const column = this.#columns[at] as ColumnKeys;
      const ofRows = new Int32Array(rows.rowCount);
      for (let row = 0; row < rows.rowCount; row++) {
        if (row % cellsAtOnce === cellsAtOnce - 1) yield;
        ofRows[row] = column.keyOf(cells[row] as AnswerCell);
      }
      keys.push(ofRows);
    }
    const counts = new Uint32Array(to - from);
    const codes = new Uint32Array(rows.rowCount);
    for (let row = 0; row < rows.rowCount; row++) {
      if (row % cellsAtOnce === cellsAtOnce - 1) yield;
      codes[row] = this.#tuples.codeOf(keys, row);
      const place = (rows.patient[row] as number) - from;
      counts[place] = (counts[place] as number) + 1;
    }
    yield;
    const next = startsOf(counts);
    const sorted = emptyCodes(this.size, rows.rowCount);
    for (let row = 0; row < rows.rowCount; row++) {
      const place = (rows.patient[row] as number) - from;
      const at = next[place] as number;
      sorted[at] = codes[row] as number;
      next[place] = at + 1;
    }
    this.#parts.push({ codes: sorted, counts });
    yield;
  }

  /** May be left at every `yield`. */
  *finish(): Generator<undefined, RowColumns, void> {
    const told = this.#told.length;
    const order = yield* this.#order();
    const rowOf = new Uint32Array(this.size + 1);
    const first: number[] = [];
    for (const [at, code] of order.entries()) {
      if (at === 0 || !this.#tuples.areEqual(code, order[at - 1] as number, told)) first.push(code);
      rowOf[code] = first.length - 1;
    }
    yield;
    const cells = (column: number, codes: readonly number[]) =>
      codes.map((code) => this.#columns[column]?.cellOf(this.#tuples.key(code, column)) ?? null);
    const all = Array.from({ length: this.size }, (_, place) => place + 1);
    const columns = {
      told: Object.fromEntries(this.#told.map((name, column) => [name, cells(column, first)])),
      rowCount: first.length,
      rowOf,
      amounts: Object.fromEntries(
        this.#counted.map((name, column) => [
          name,
          Float64Array.from([0, ...cells(told + column, all).map(Number)]),
        ]),
      ),
    };
    yield;
    return { ...columns, ...this.#codesOfPatients() };
  }

  #codesOfPatients(): Pick<RowColumns, 'codes' | 'starts'> {
    const patients = this.#parts.reduce((sum, { counts }) => sum + counts.length, 0);
    const counts = new Uint32Array(patients);
    let patient = 0;
    for (const part of this.#parts) {
      counts.set(part.counts, patient);
      patient += part.counts.length;
    }
    const starts = startsOf(counts);
    if (counts.every((count) => count <= 1)) {
      const codes = emptyCodes(this.size, patients);
      let from = 0;
      for (const part of this.#parts) {
        let at = 0;
        part.counts.forEach((count, place) => {
          if (count === 1) codes[from + place] = part.codes[at++] as number;
        });
        from += part.counts.length;
      }
      return { codes, starts: null };
    }
    const codes = emptyCodes(this.size, starts[patients] ?? 0);
    let at = 0;
    for (const part of this.#parts) {
      codes.set(part.codes, at);
      at += part.codes.length;
    }
    return { codes, starts };
  }

  /** The codes in the order of the answer: column by column from the last one, those that are equal staying in their order. */
  *#order(): Generator<undefined, Uint32Array, void> {
    let order = Uint32Array.from({ length: this.size }, (_, place) => place + 1);
    for (let column = this.#told.length - 1; column >= 0; column--) {
      const keys = Int32Array.from(order, (code) => this.#tuples.key(code, column));
      const places = (this.#columns[column] as ColumnKeys).placesOf(keys);
      const next = startsOf(countsOf(places));
      const sorted = new Uint32Array(order.length);
      order.forEach((code, at) => {
        const place = places[at] as number;
        const to = next[place] as number;
        sorted[to] = code;
        next[place] = to + 1;
      });
      order = sorted;
      yield;
    }
    return order;
  }
}

/** The cells of one column as 32-bit numbers. */
class ColumnKeys {
  readonly #keys = new Map<AnswerCell, number>();
  readonly #cells: AnswerCell[] = [];

  keyOf(cell: AnswerCell): number {
    if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < smallNumber) return cell;
    const known = this.#keys.get(cell);
    if (known !== undefined) return known;
    const key = smallNumber + this.#cells.length;
    this.#keys.set(cell, key);
    this.#cells.push(cell);
    return key;
  }

  cellOf(key: number): AnswerCell {
    return key < smallNumber ? key : (this.#cells[key - smallNumber] ?? null);
  }

  /** The place of each key among the different cells, in the order of the engine: those that are null come last. */
  placesOf(keys: Int32Array): Uint32Array {
    const ordered = [...new Set(keys)].toSorted((a, b) => inOrder(this.cellOf(a), this.cellOf(b)));
    const places = new Map(ordered.map((key, place) => [key, place]));
    return Uint32Array.from(keys, (key) => places.get(key) ?? 0);
  }
}

function inOrder(a: AnswerCell, b: AnswerCell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Number(a > b) - Number(a < b);
}

/** Codes of rows of 32-bit numbers, from 1 on: a hash table of them. */
class TupleCodes {
  readonly #width: number;
  #keys: Int32Array;
  #slots = new Uint32Array(2 ** 12);
  #size = 0;

  constructor(width: number) {
    this.#width = width;
    this.#keys = new Int32Array(2 ** 11 * width);
  }

  get size(): number {
    return this.#size;
  }

  key(code: number, column: number): number {
    return this.#keys[(code - 1) * this.#width + column] as number;
  }

  areEqual(a: number, b: number, columns: number): boolean {
    for (let column = 0; column < columns; column++) {
      if (this.key(a, column) !== this.key(b, column)) return false;
    }
    return true;
  }

  codeOf(columns: readonly Int32Array[], row: number): number {
    let hash = 0;
    for (const keys of columns) hash = mixed(hash, keys[row] as number);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] as number;
      if (code === 0) return this.#enter(slot, columns, row);
      if (this.#isOf(code, columns, row)) return code;
    }
  }

  #isOf(code: number, columns: readonly Int32Array[], row: number): boolean {
    const at = (code - 1) * this.#width;
    for (let column = 0; column < this.#width; column++) {
      if (this.#keys[at + column] !== (columns[column] as Int32Array)[row]) return false;
    }
    return true;
  }

  #enter(slot: number, columns: readonly Int32Array[], row: number): number {
    const at = this.#size * this.#width;
    if (at === this.#keys.length) {
      const wider = new Int32Array(2 * at);
      wider.set(this.#keys);
      this.#keys = wider;
    }
    columns.forEach((keys, column) => {
      this.#keys[at + column] = keys[row] as number;
    });
    this.#size += 1;
    this.#slots[slot] = this.#size;
    if (2 * this.#size > this.#slots.length) this.#grow();
    return this.#size;
  }

  #grow(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.#size; code++) {
      let hash = 0;
      for (let column = 0; column < this.#width; column++) hash = mixed(hash, this.key(code, column));
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** A step of Murmur3's mixing of 32-bit numbers. */
function mixed(hash: number, key: number): number {
  const next = hash ^ Math.imul(key, 0xcc9e2d51);
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) ^ (next >>> 16);
}

function countsOf(places: Uint32Array): Uint32Array {
  const counts = new Uint32Array(places.reduce((most, place) => Math.max(most, place + 1), 0));
  for (const place of places) counts[place] = (counts[place] as number) + 1;
  return counts;
}

/** Where each begins when so many of each stand one after the other, and where the last one ends. */
function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, at) => {
    starts[at + 1] = (starts[at] as number) + count;
  });
  return starts;
}

/** Room for codes up to the highest. */
function emptyCodes(highest: number, length: number): RowCodes {
  if (highest < 2 ** 8) return new Uint8Array(length);
  return highest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}
