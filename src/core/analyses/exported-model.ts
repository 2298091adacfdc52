import type { FieldReader } from '@core/cohort/json-field';
import { type SampleUse, sampleUses } from '@core/domain/sample-standing';
import { type EndpointDefinition, reachedDepths } from '@core/endpoint/endpoint-definition';
import { endpointJson, endpointOf } from '@core/endpoint/read-endpoint';
import {
  covariateIds,
  type ModelDefinition,
  modelLimits,
  modelMethods,
  modelOfText,
  modelText,
  stratumIds,
} from './model-definition';

/** A regression as an export holds it: what has to be fitted again to have its ratios again. */
export interface ExportedModel {
  readonly endpoint: EndpointDefinition;
  readonly model: ModelDefinition;
  readonly samples: SampleUse;
}

/** The members of a file that say which model it is. */
export const modelMembers = ['method', 'covariates', 'mergeSmallLevels', 'reached', 'stratum'] as const;
const longestCovariate = 80;

/** A model as its file has it: the inverse of `readModel`. */
const modelJson = (model: ModelDefinition): object => ({
  method: model.method,
  covariates: modelText(model)
    .split(',')
    .filter((item) => item !== '-'),
  ...(model.mergesSmallLevels ? { mergeSmallLevels: true } : {}),
  ...(model.reached === null ? {} : { reached: model.reached }),
  ...(model.stratum === null ? {} : { stratum: model.stratum }),
});

/**
 * Reads a model: covariates as the address of the page writes them (`age:spline`, `sex:M`, `age*sex`). Throws a
 * `JsonFaultError` on what it is not.
 */
export function readModel(field: FieldReader): ModelDefinition {
  const list = field.get('covariates');
  const items = list
    .list(modelLimits.covariates + modelLimits.interactions)
    .map((item) => item.text(longestCovariate).replaceAll(',', ' '));
  return {
    ...(modelOfText(items.join(',') || '-') ?? list.fail({ kind: 'one-of', options: covariateIds })),
    method: field.has('method') ? field.get('method').oneOf(modelMethods) : 'cox',
    mergesSmallLevels: field.has('mergeSmallLevels') && field.get('mergeSmallLevels').truth(),
    stratum: field.has('stratum') ? field.get('stratum').oneOf(stratumIds) : null,
    reached: field.has('reached') ? field.get('reached').oneOf(reachedDepths) : null,
  };
}

/** The definition as a manifest has it: the inverse of `readExportedModel`. */
export const exportedModelJson = ({ endpoint, model, samples }: ExportedModel): object => ({
  analysis: 'model',
  endpoint: endpointJson(endpoint),
  ...modelJson(model),
  ...(samples === 'unrejected' ? {} : { samples }),
});

/** Reads a definition. Throws a `JsonFaultError` on what it is not. */
export function readExportedModel(field: FieldReader): ExportedModel {
  field.only(['analysis', 'endpoint', ...modelMembers, 'samples']);
  return {
    endpoint: endpointOf(field.get('endpoint')),
    model: readModel(field),
    samples: field.has('samples') ? field.get('samples').oneOf(sampleUses) : 'unrejected',
  };
}
