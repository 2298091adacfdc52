import type { Cell } from './engine';

/**
 * One column of a result, filled batch by batch.
 *
 * `integer` columns hold 32-bit integers, `number` columns doubles: both are typed arrays as long as no null comes.
 * `cells` holds anything else (text, booleans, columns with a null).
 */
export class ResultColumn {
  readonly #parts: ArrayLike<Cell>[] = [];
  #rows = 0;
  readonly #kind: 'integer' | 'number' | 'cells';

  constructor(kind: 'integer' | 'number' | 'cells') {
    this.#kind = kind;
  }

  add(cells: ArrayLike<Cell>): void {
    this.#parts.push(cells);
    this.#rows += cells.length;
  }

  finish(): ArrayLike<Cell> {
    const numeric = this.#kind !== 'cells' && this.#parts.every((part) => ArrayBuffer.isView(part));
    if (!numeric)
      return this.#parts.length === 1 ? Array.from(this.#parts[0] ?? []) : this.#parts.flatMap(asArray);
    const whole = this.#kind === 'integer' ? new Int32Array(this.#rows) : new Float64Array(this.#rows);
    let offset = 0;
    for (const part of this.#parts) {
      whole.set(part as ArrayLike<number>, offset);
      offset += part.length;
    }
    return whole;
  }
}

const asArray = (part: ArrayLike<Cell>): Cell[] => Array.from(part);

/**
 * A 64-bit integer as a JavaScript number: the one decision for BIGINT in both engines.
 *
 * @throws RangeError beyond 2^53 - 1, where a number can no longer hold it exactly
 */
export function exactNumber(integer: bigint, column: string): number {
  const number = Number(integer);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(
      `column ${column}: a 64-bit integer beyond 2^53 - 1; cast it to DOUBLE or VARCHAR in SQL`,
    );
  }
  return number;
}

/** The error for a type that does not cross: the SQL must say what it should become. */
export function typeRefused(column: string, type: string): RangeError {
  return new RangeError(
    `column ${column}: ${type} does not leave the engine; cast it in SQL to DOUBLE, BIGINT or VARCHAR`,
  );
}

/** @throws RangeError when two columns of a result carry the same name */
export function refuseTwin(names: readonly string[]): void {
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new RangeError(`column ${twin}: two columns of the result carry this name`);
}
