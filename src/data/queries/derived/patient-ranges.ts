import type { Engine, QueryOptions } from '@data/engine/engine';
import type { KeyRange } from './curve-origin-sql';

/** Patients per statement: bounds the memory that it takes on extracts of millions of samples. */
export const patientsPerStep = 50_000;

interface Options extends Pick<QueryOptions, 'signal'> {
  /** Patients of each range. */
  readonly perStep?: number;
}

/** All patients of the extract, some at a time: for statements that go through the samples of each. */
export async function patientRanges(
  engine: Engine,
  { perStep = patientsPerStep, ...options }: Options = {},
): Promise<readonly KeyRange[]> {
  const { columns } = await engine.query('select count(*)::integer as patients from patient', options);
  const patients = Number(columns.patients?.[0] ?? 0);
  return Array.from({ length: Math.ceil(patients / perStep) }, (_, step) => ({
    from: step * perStep,
    to: Math.min(patients, (step + 1) * perStep),
  }));
}

/** Whether statements that go through the samples of all patients at once may take more memory than the engine has. */
export const isLarge = async (engine: Engine): Promise<boolean> => (await patientRanges(engine)).length > 1;
