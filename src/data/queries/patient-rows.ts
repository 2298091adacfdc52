import { type FactId, isNumberFact } from '@core/cohort/fact-vocabulary';
import type { PatientListDefinition } from '@core/cohort/patient-list';
import { type PatientLevel, patientLevel } from '@core/disclosure/patient-level';
import { readyPatientList } from './patient-list';
import patientRowsSql from './patient-rows.sql?raw';
import type { Question } from './question';
import { fillSlots, identifier } from './sql-text';

/** A window of a list of patients: `count` rows from the place `from` on, places count from 0. */
export interface PatientRowsQuestion {
  readonly list: PatientListDefinition;
  readonly facts: readonly FactId[];
  /** Whether the pseudonyms are asked for at all. */
  readonly pseudonyms: boolean;
  readonly from: number;
  readonly count: number;
}

/** One patient of the list; facts that were not asked for are absent, `null` is "not known". */
export interface ListedPatient {
  readonly place: number;
  readonly patientKey: number;
  readonly pseudonym: string | null;
  readonly facts: { readonly [Id in FactId]?: string | number | null };
}

export interface PatientRows {
  /** Of the whole list. */
  readonly patients: number;
  readonly rows: readonly ListedPatient[];
}

/** Patients of a cohort as a list that is read window by window. */
export const patientRows: Question<PatientRowsQuestion, PatientLevel<PatientRows>> = {
  id: 'patient-rows',
  async ask(engine, { list: definition, facts, pseudonyms, from, count }, { signal }) {
    const list = await readyPatientList(engine, definition, { signal });
    const cells = facts.map((fact) => {
      const cell = `patient_fact.${identifier(fact)}`;
      return `${isNumberFact(fact) ? `${cell}::double` : cell} as ${identifier(fact)}`;
    });
    const sql = fillSlots(patientRowsSql, {
      list: identifier(list.name),
      cells: [pseudonyms ? 'patient_id' : 'null as patient_id', ...cells].join(', '),
      pseudonyms: pseudonyms ? '\njoin patient on patient.patient_key = shown.patient_key' : '',
    });
    const { rowCount, columns } = await engine.query(sql, {
      values: [from, from + count],
      question: 'patient-rows',
      signal,
    });
    const rows = Array.from({ length: rowCount }, (_, row): ListedPatient => {
      const cell = (fact: FactId) => columns[fact]?.[row] ?? null;
      const pseudonym = columns.patient_id?.[row] ?? null;
      return {
        place: Number(columns.place?.[row]),
        patientKey: Number(columns.patient_key?.[row]),
        pseudonym: pseudonym === null ? null : String(pseudonym),
        facts: Object.fromEntries(facts.map((fact) => [fact, cell(fact)])),
      };
    });
    return patientLevel({ patients: list.patients, rows });
  },
};
