import { type FactId, factIds, facts } from '@core/cohort/fact-vocabulary';
import type { PatientOrder } from '@core/cohort/patient-list';
import type { ListedPatient } from '@data/queries/patient-rows';
import {
  type ColumnDef,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';

/** What the table of patients does itself; sorting and filtering are the engine's. */
export const patientFeatures = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

export type PatientColumn = ColumnDef<typeof patientFeatures, ListedPatient>;

export const pseudonymColumn = 'patient_id';

/** Every column that the list can show, in the order of the vocabulary. */
export const patientColumns: PatientColumn[] = [
  { id: pseudonymColumn, accessorFn: (row) => row.pseudonym, enableSorting: false },
  ...factIds.map(
    (fact): PatientColumn => ({
      id: fact,
      accessorFn: (row) => row.facts[fact] ?? null,
      sortDescFirst: false,
    }),
  ),
];

/** Least width of a column in rem; what is over is shared out. */
export const columnWidth = (column: string): number => {
  if (column === pseudonymColumn) return 8.5;
  return facts[column as FactId].kind === 'number' ? 7.5 : 8.5;
};

export const sortingOf = (order: PatientOrder | null): SortingState =>
  order === null ? [] : [{ id: order.fact, desc: order.descending }];

export function orderOf(sorting: SortingState): PatientOrder | null {
  const [first] = sorting;
  return first === undefined ? null : { fact: first.id as FactId, descending: first.desc };
}
