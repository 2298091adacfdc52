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
  readonly amounts: Readonly<Record<string, Float64Array>>;
}

/**
 * The rows of an answer in which somebody of a cohort is counted, in their order, with the sums over the cohort. Nobody: no row.
 *
 * @param failed  0 for the members, one element per patient
 */
export function rowCounts<Row extends object>(
  { rows, begins, patient, amounts }: RowColumns<Row>,
  failed: Uint32Array,
): readonly Row[] {
  const counted = Object.entries(amounts);
  return rows.flatMap((row, k) => {
    const sums = Object.fromEntries(counted.map(([name]) => [name, 0]));
    let isEmpty = true;
    for (let at = begins[k] as number; at < (begins[k + 1] as number); at++) {
      if (failed[patient[at] as number] !== 0) continue;
      isEmpty = false;
      for (const [name, amount] of counted) sums[name] = (sums[name] as number) + (amount[at] as number);
    }
    return isEmpty ? [] : [{ ...row, ...sums }];
  });
}
