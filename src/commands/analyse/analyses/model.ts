import type { Analysis } from '@commands/analyse/analysis';
import { endpointMember, readEndpointChoice } from '@commands/analyse/endpoint-choice';
import { endpointModel } from '@core/analyses/endpoint-model';
import { modelMembers, readModel } from '@core/analyses/exported-model';
import { immortalCovariates } from '@core/analyses/immortal-time';
import { columnsOfModel, type ModelDefinition } from '@core/analyses/model-definition';
import { modelGuards } from '@core/analyses/model-guards';
import { predictProfile } from '@core/analyses/model-prediction';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { modelRows } from '@data/queries/model-rows';

interface Choices {
  readonly endpoint: EndpointDefinition;
  readonly model: ModelDefinition;
}

/** A regression of an endpoint: covariates as the address of the page writes them (`age:spline`, `sex:M`, `age*sex`). */
export const modelAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', endpointMember(field), ...modelMembers]);
    return { endpoint: readEndpointChoice(field), model: readModel(field) };
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
