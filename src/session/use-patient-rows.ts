import type { FactId } from '@core/cohort/fact-vocabulary';
import type { PatientListDefinition } from '@core/cohort/patient-list';
import { type ListedPatient, patientRows } from '@data/queries/patient-rows';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { windowsInSight } from './row-windows';
import { useExtract } from './use-extract';

/** Rows per question. With the windows beside those in sight, at most five are held: no more rows are in the page. */
const windowRows = 60;

export interface PatientRowsInSight {
  /** Of the list; that of the list before while a new one is being made, `null` before the first. */
  readonly patients: number | null;
  /** Rows that are here, by place. */
  readonly rows: ReadonlyMap<number, ListedPatient>;
  readonly refreshing: boolean;
  readonly error: Error | null;
}

/** The rows of a list from one place to another, both included, and a window before and after them. */
export function usePatientRows(
  list: PatientListDefinition,
  columns: { readonly facts: readonly FactId[]; readonly pseudonyms: boolean },
  { first, last }: { readonly first: number; readonly last: number },
): PatientRowsInSight {
  const extract = useExtract();
  const patients = useRef<number | null>(null);
  const queries = windowsInSight({ first, last }, patients.current, windowRows).map((window) => {
    const question = { list, ...columns, from: window * windowRows, count: windowRows };
    return {
      queryKey: [extract.key, extract.samples, patientRows.id, question],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        patientRows.ask(extract.engine, question, { signal }),
      // What is out of sight is forgotten at once: the page never holds more rows than it may show.
      gcTime: 0,
    };
  });
  const answers = useQueries({ queries });
  const answered = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const total = answered[0]?.patients ?? null;
  const error = answers.find((answer) => answer.error !== null)?.error ?? null;
  useEffect(() => {
    if (total !== null) patients.current = total;
  }, [total]);
  return {
    patients: total ?? patients.current,
    rows: new Map(answered.flatMap(({ rows }) => rows.map((row) => [row.place, row] as const))),
    refreshing: total === null && error === null,
    error,
  };
}
