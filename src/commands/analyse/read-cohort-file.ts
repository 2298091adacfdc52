import { JsonFaultError } from '@core/cohort/json-field';
import { type CohortFile, readCohort } from '@core/cohort/read-cohort';
import { type JsonOfFile, readJsonFile } from './read-json-file';

/** A cohort read from a file. */
export const readCohortFile = (path: string): JsonOfFile<CohortFile> =>
  readJsonFile(path, (json) => {
    const { file, fault } = readCohort(json);
    if (fault !== null) throw new JsonFaultError(fault);
    return file;
  });
