import type { LineStopReason } from '@core/domain/extract-tables';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';

/** Lines that are drawn; what follows the last one is not told. */
export const pathwayLines = 4;

/** Where a pathway ends: still on the line at the last contact, dead, off treatment in remission, or off it for another reason. */
export const pathwayEnds = ['on_line', 'treatment_free', 'stopped', 'dead'] as const;
export type PathwayEnd = (typeof pathwayEnds)[number];

export type PathwayNode = TkiDrug | PathwayEnd;

/** Patients who went from one line of TKI to the next, or to their end, for one reason. */
export interface PathwayRow {
  /** Rank of the line among the TKI lines of a patient, from 1. */
  readonly line: number;
  readonly from: TkiDrug;
  /** Why the line ended; `null` when it goes on, or its reason is not recorded. */
  readonly reason: LineStopReason | null;
  readonly to: PathwayNode;
  readonly patients: number;
}

/** The patients of one column who are at one place, in patients from its top. */
export interface PathwayBlock {
  readonly line: number;
  readonly node: PathwayNode;
  readonly patients: number;
  readonly top: number;
}

export interface PathwayFlow {
  readonly line: number;
  readonly from: TkiDrug;
  readonly to: PathwayNode;
  readonly patients: number;
  /** Where the ribbon begins in its column and ends in the next one, in patients from the top. */
  readonly fromTop: number;
  readonly toTop: number;
  readonly reasons: readonly { readonly reason: LineStopReason | null; readonly patients: number }[];
}

export interface TreatmentPathways {
  /** Patients with a TKI: the height of the first column. */
  readonly patients: number;
  readonly blocks: readonly PathwayBlock[];
  readonly flows: readonly PathwayFlow[];
}

/**
 * Pathways over the lines of TKI: a column per line with the patients by drug, and beside the drugs of the next line those
 * who have none. A column is as high as the drugs of the one before it, so that no patient appears or gets lost; in a block
 * the ribbons keep the order of the column that they go to or come from.
 *
 * @param order  the drugs from top to bottom; the ends stand under them
 */
export function treatmentPathways(rows: readonly PathwayRow[], order: readonly TkiDrug[]): TreatmentPathways {
  const nodes: readonly PathwayNode[] = [...order, ...pathwayEnds];
  const lines = Array.from({ length: pathwayLines }, (_, k) => k + 1);
  const sized = lines.map((line) => ({
    line,
    sizes: nodes.map((node) => ({
      node,
      patients: sum(
        line === 1
          ? rows.filter((row) => row.line === 1 && row.from === node)
          : rows.filter((row) => row.line === line - 1 && row.to === node),
      ),
    })),
  }));
  const blocks = sized.flatMap(({ line, sizes }) => {
    let top = 0;
    return sizes.flatMap(({ node, patients }): PathwayBlock[] => {
      const from = top;
      top += patients;
      return patients === 0 ? [] : [Object.freeze({ line, node, patients, top: from })];
    });
  });
  const topOf = (line: number, node: PathwayNode) =>
    blocks.find((block) => block.line === line && block.node === node)?.top ?? 0;
  const flows = lines.slice(0, -1).flatMap((line) => {
    const here = rows.filter((row) => row.line === line);
    const between = (from: TkiDrug, to: PathwayNode) =>
      here.filter((row) => row.from === from && row.to === to);
    return order.flatMap((from, place) =>
      nodes.flatMap((to, target): PathwayFlow[] => {
        const some = between(from, to);
        if (some.length === 0) return [];
        const above = nodes.slice(0, target).flatMap((other) => between(from, other));
        const before = order.slice(0, place).flatMap((other) => between(other, to));
        return [
          Object.freeze({
            line,
            from,
            to,
            patients: sum(some),
            fromTop: topOf(line, from) + sum(above),
            toTop: topOf(line + 1, to) + sum(before),
            reasons: some
              .map(({ reason, patients }) => ({ reason, patients }))
              .toSorted((a, b) => b.patients - a.patients),
          }),
        ];
      }),
    );
  });
  return Object.freeze({ patients: sum(rows.filter(({ line }) => line === 1)), blocks, flows });
}

const sum = (rows: readonly PathwayRow[]): number =>
  rows.reduce((total, { patients }) => total + patients, 0);
