/**
 * The rows of an answer that counts, of every patient of the extract, and who is counted in each: the same answer of a
 * cohort is then counted from them.
 */
export interface RowColumns<Row> {
  /** In the order of the answer; what is counted in them is of nobody yet. */
  readonly rows: readonly Row[];
  /** Where the patients of each row begin in `patient`, and after the last row where they end. */
  readonly begins: Uint32Array;
  /** Places of patients; each stands once in a row. */
  readonly patient: Int32Array;
  /** By the name of what is counted: how much of it each of `patient` adds to the row. */
  readonly amounts: Readonly<Record<string, Amounts>>;
}

type Amounts = Uint8Array | Int32Array | Float64Array;

/** Amounts in the smallest array that holds them as they are. */
export function amountsOf(numbers: ArrayLike<number>): Amounts {
  for (const packed of [Uint8Array.from(numbers), Int32Array.from(numbers)]) {
    if (packed.every((amount, at) => amount === numbers[at])) return packed;
  }
  return Float64Array.from(numbers);
}

const patientsAtOnce = 100_000;

/**
 * The rows of an answer in which somebody of a cohort is counted, in their order, with the sums over the cohort. Nobody: no row. May be
 * left at every `yield`.
 *
 * @param failed  0 for the members, one element per patient
 */
export function* rowCounts<Row extends object>(
  { rows, begins, patient, amounts }: RowColumns<Row>,
  failed: Uint32Array,
): Generator<undefined, readonly Row[], void> {
  const counted = Object.entries(amounts);
  const found: Row[] = [];
  for (const [k, row] of rows.entries()) {
    const sums = Object.fromEntries(counted.map(([name]) => [name, 0]));
    let isEmpty = true;
    for (let at = begins[k] as number; at < (begins[k + 1] as number); at++) {
      if (at % patientsAtOnce === patientsAtOnce - 1) yield;
      if (failed[patient[at] as number] !== 0) continue;
      isEmpty = false;
      for (const [name, amount] of counted) sums[name] = (sums[name] as number) + (amount[at] as number);
    }
    if (!isEmpty) found.push({ ...row, ...sums });
  }
  return found;
}
