import type { Drug } from '@core/domain/extract-tables';
import {
  type DrugActivity,
  drugActivity,
  type KinaseRegion,
  type MutationDrug,
  mutationResidue,
  regionOf,
} from '@core/domain/kinase-mutation';

/** Patients by variant and by the last TKI begun before it was found first; `null`: none. */
export interface MutationTable {
  /** Patients with at least one variant. */
  readonly carriers: number;
  readonly rows: readonly {
    readonly variant: string;
    readonly lastTki: Drug | null;
    readonly patients: number;
  }[];
}

/** One variant on the kinase domain. */
export interface MappedVariant {
  readonly variant: string;
  /** `null` where the variant is not written as a substitution: it has no place on the map. */
  readonly residue: number | null;
  readonly region: KinaseRegion['id'] | null;
  readonly patients: number;
  readonly foundAfter: readonly { readonly drug: Drug | null; readonly patients: number }[];
  readonly drugs: Readonly<Record<MutationDrug, DrugActivity>>;
}

export interface MutationMap {
  readonly carriers: number;
  /** Along the domain; variants without a place come last. */
  readonly variants: readonly MappedVariant[];
}

/** The variants of a cohort along the kinase domain, each with its patients and what is known of it under each drug. */
export function mutationMap({ carriers, rows }: MutationTable): MutationMap {
  const names = [...new Set(rows.map(({ variant }) => variant))];
  const variants = names.map((variant): MappedVariant => {
    const own = rows.filter((row) => row.variant === variant);
    const residue = mutationResidue(variant);
    return {
      variant,
      residue,
      region: residue === null ? null : regionOf(residue),
      patients: own.reduce((sum, { patients }) => sum + patients, 0),
      foundAfter: own
        .map(({ lastTki, patients }) => ({ drug: lastTki, patients }))
        .toSorted((a, b) => b.patients - a.patients),
      drugs: drugActivity(variant),
    };
  });
  const place = ({ residue }: MappedVariant) => residue ?? Number.POSITIVE_INFINITY;
  return Object.freeze({
    carriers,
    variants: Object.freeze(
      variants.toSorted((a, b) =>
        place(a) === place(b) ? (a.variant < b.variant ? -1 : 1) : place(a) - place(b),
      ),
    ),
  });
}
