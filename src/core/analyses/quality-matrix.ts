import type { PartSize, RuleCount } from '@core/domain/rule-count';

/** One centre or year, or the small centres together. */
export interface MatrixColumn {
  /** `null`: the centres with few patients, together. */
  readonly level: string | null;
  readonly patients: number;
}

/** What one rule found in one column. */
export interface MatrixCell {
  readonly level: string | null;
  readonly judged: number;
  readonly broken: number;
  /** Of the judged rows, in [0, 1]; `null` when none could be judged. */
  readonly share: number | null;
}

export interface MatrixRow {
  readonly rule: string;
  readonly whole: MatrixCell;
  /** One per column, in their order. */
  readonly cells: readonly MatrixCell[];
}

export interface QualityMatrix {
  readonly split: 'centre' | 'year';
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Centres that were merged because they have fewer than `least` patients. */
  readonly merged: number;
  readonly least: number;
}

/** Centres with fewer patients are shown together: their shares are chance, and their patients are few. */
export const leastPatientsPerCentre = 11;

/**
 * Rules against centres, or against years of diagnosis: how many of the judged rows break each rule. Rules keep their
 * order, centres that of their codes, years that of time; nothing is ranked. Years are not merged.
 */
export function qualityMatrix(
  rules: readonly string[],
  { counts, parts }: { readonly counts: readonly RuleCount[]; readonly parts: readonly PartSize[] },
  split: 'centre' | 'year',
  least = leastPatientsPerCentre,
): QualityMatrix {
  const all = parts.filter((part) => part.split === split);
  const isSmall = ({ patients }: PartSize) => split === 'centre' && patients < least;
  const small = all.filter(isSmall);
  const large = all.filter((part) => !isSmall(part));
  const groups = [
    ...large.map(({ level, patients }) => ({ level, patients, levels: [level] })),
    ...(small.length === 0
      ? []
      : [
          {
            level: null,
            patients: small.reduce((sum, { patients }) => sum + patients, 0),
            levels: small.map(({ level }) => level),
          },
        ]),
  ];
  return Object.freeze({
    split,
    columns: groups.map(({ level, patients }) => ({ level, patients })),
    rows: rules.map((rule) => {
      const own = counts.filter((count) => count.rule === rule);
      const divided = own.filter((count) => count.split === split);
      return {
        rule,
        whole: cellOf(
          null,
          own.filter((count) => count.split === 'all'),
        ),
        cells: groups.map(({ level, levels }) =>
          cellOf(
            level,
            divided.filter((count) => count.level !== null && levels.includes(count.level)),
          ),
        ),
      };
    }),
    merged: small.length,
    least,
  });
}

function cellOf(level: string | null, counts: readonly RuleCount[]): MatrixCell {
  const judged = counts.reduce((sum, count) => sum + count.judged, 0);
  const broken = counts.reduce((sum, count) => sum + count.broken, 0);
  return { level, judged, broken, share: judged === 0 ? null : broken / judged };
}

/** The cell with the largest share, of those with at least `least` judged rows; `null` when no rule is broken in one. */
export function fullestCell({
  rows,
  least,
}: QualityMatrix): { readonly rule: string; readonly cell: MatrixCell } | null {
  const cells = rows.flatMap(({ rule, cells }) => cells.map((cell) => ({ rule, cell })));
  return cells
    .filter(({ cell }) => cell.judged >= least && cell.broken > 0)
    .reduce<(typeof cells)[number] | null>(
      (most, one) => (most === null || (one.cell.share ?? 0) > (most.cell.share ?? 0) ? one : most),
      null,
    );
}
