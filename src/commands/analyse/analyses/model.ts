import type { Analysis } from '@commands/analyse/analysis';
import { endpointMember, readEndpointChoice } from '@commands/analyse/endpoint-choice';
import { endpointModel } from '@core/analyses/endpoint-model';
import { immortalCovariates } from '@core/analyses/immortal-time';
import {
  columnsOfModel,
  covariateIds,
  type ModelDefinition,
  modelLimits,
  modelMethods,
  modelOfText,
  stratumIds,
} from '@core/analyses/model-definition';
import { modelGuards } from '@core/analyses/model-guards';
import { predictProfile } from '@core/analyses/model-prediction';
import type { FieldReader } from '@core/cohort/json-field';
import { type EndpointDefinition, reachedDepths } from '@core/endpoint/endpoint-definition';
import { modelRows } from '@data/queries/model-rows';

interface Choices {
  readonly endpoint: EndpointDefinition;
  readonly model: ModelDefinition;
}

/** A regression of an endpoint: covariates as the address of the page writes them (`age:spline`, `sex:M`, `age*sex`). */
export const modelAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only([
      'analysis',
      endpointMember(field),
      'method',
      'covariates',
      'mergeSmallLevels',
      'reached',
      'stratum',
    ]);
    return {
      endpoint: readEndpointChoice(field),
      model: {
        ...covariatesOf(field.get('covariates')),
        method: field.has('method') ? field.get('method').oneOf(modelMethods) : 'cox',
        mergesSmallLevels: field.has('mergeSmallLevels') && field.get('mergeSmallLevels').truth(),
        stratum: field.has('stratum') ? field.get('stratum').oneOf(stratumIds) : null,
        reached: field.has('reached') ? field.get('reached').oneOf(reachedDepths) : null,
      },
    };
  },
  run: async (engine, cohort, { endpoint, model: definition }) => {
    const { signal } = new AbortController();
    const covariates = columnsOfModel(definition);
    const table = await modelRows.ask(
      engine,
      { cohort, endpoint, covariates, reached: definition.reached },
      { signal },
    );
    const model = endpointModel(table, definition);
    const { fitted, ...rest } = model;
    const shown = fitted === null ? null : withoutPatients(fitted);
    return {
      ...rest,
      fitted: shown,
      guards: modelGuards(model),
      immortalTime: immortalCovariates(table, cohort),
      predicted: predictProfile(model, {}),
    };
  },
};

/** Without what stands for single events: the residuals, and what predictions are made from. */
function withoutPatients({
  predictor: _,
  hazards,
  ...shown
}: NonNullable<ReturnType<typeof endpointModel>['fitted']>) {
  const tests = hazards === null ? null : { terms: hazards.terms, global: hazards.global };
  return { ...shown, hazards: tests };
}

function covariatesOf(field: FieldReader) {
  const items = field
    .list(modelLimits.covariates + modelLimits.interactions)
    .map((item) => item.text(80).replaceAll(',', ' '));
  return modelOfText(items.join(',') || '-') ?? field.fail({ kind: 'one-of', options: covariateIds });
}
