import { type EndpointRow, type EndpointSurvival, endpointSurvival } from '@core/analyses/endpoint-survival';
import { endpointPresets } from '@core/endpoint/endpoint-presets';

const { endpoint } = endpointPresets.relapse;

/** Patients of one group who leave on one day: by the event `kind`, or censored (`null`). */
export const exitRow = (day: number, kind: number | null, patients: number, level = 'F'): EndpointRow => ({
  level,
  entry: null,
  day,
  kind,
  patients,
});

/** Relapse after a stop in these rows, by sex. */
export const relapseSurvival = (rows: readonly EndpointRow[]): EndpointSurvival =>
  endpointSurvival({ endpoint, groupBy: 'sex', rows, excluded: [] }, { interval: 'log', level: 0.95 });
