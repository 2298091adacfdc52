import type { Analysis } from '@commands/analyse/analysis';
import { endpointMember, readEndpointChoice } from '@commands/analyse/endpoint-choice';
import { endpointModel } from '@core/analyses/endpoint-model';
import { modelMembers, readModel } from '@core/analyses/exported-model';
import { immortalCovariates } from '@core/analyses/immortal-time';
import {
  columnsOfModel,
  covariateIds,
  type ModelDefinition,
  type ProfileValues,
  profileOfText,
} from '@core/analyses/model-definition';
import { modelGuards } from '@core/analyses/model-guards';
import { predictProfile } from '@core/analyses/model-prediction';
import type { FieldReader } from '@core/cohort/json-field';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { modelRows } from '@data/queries/model-rows';

interface Choices {
  readonly endpoint: EndpointDefinition;
  readonly model: ModelDefinition;
  /** Whose curve is predicted; the usual value of what it leaves out. */
  readonly profile: ProfileValues;
}

/**
 * A regression of an endpoint, covariates as the address of the page writes them (`age:spline`, `sex:M`, `age*sex`), and the curve
 * that it predicts for a profile.
 */
export const modelAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', endpointMember(field), ...modelMembers, 'profile']);
    return {
      endpoint: readEndpointChoice(field),
      model: readModel(field),
      profile: field.has('profile') ? profileOf(field.get('profile')) : {},
    };
  },
  run: async (engine, cohort, { endpoint, model: definition, profile }) => {
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
      predicted: predictProfile(model, profile),
    };
  },
};

/** A profile as the address of the page writes it: `age:60`, `sex:M`. */
function profileOf(field: FieldReader): ProfileValues {
  const items = field.list(covariateIds.length).map((item) => item.text(80).replaceAll(',', ' '));
  if (items.length === 0) return {};
  return profileOfText(items.join(',')) ?? field.fail({ kind: 'one-of', options: covariateIds });
}

/** Without what stands for single events: the residuals, and what predictions are made from. */
function withoutPatients({
  predictor: _,
  hazards,
  ...shown
}: NonNullable<ReturnType<typeof endpointModel>['fitted']>) {
  const tests = hazards === null ? null : { terms: hazards.terms, global: hazards.global };
  return { ...shown, hazards: tests };
}
