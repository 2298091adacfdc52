import { FieldReader } from '@core/cohort/json-field';
import { readAnalysis } from './analyses';
import type { AskedAnalysis } from './analysis';
import { type JsonOfFile, readJsonFile } from './read-json-file';

/** What a file of analyses says of itself. */
export const analysesFormat = 'cml-analyses';
export const analysesVersion = 1;
const mostAnalyses = 100;

/** Analyses read from a file: `{ "format": "cml-analyses", "version": 1, "analyses": [{ "analysis": "…", … }] }`. */
export const readAnalysesFile = (path: string): JsonOfFile<readonly AskedAnalysis[]> =>
  readJsonFile(path, (json) => {
    const field = new FieldReader(json, '');
    field.get('format').oneOf([analysesFormat]);
    field.get('version').exactly(analysesVersion);
    field.only(['$schema', 'format', 'version', 'analyses']);
    return field.get('analyses').list(mostAnalyses).map(readAnalysis);
  });
