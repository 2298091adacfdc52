import { daysPerMonth } from '@core/domain/calendar';
import type { CoxPredictor } from '@core/statistics/survival/cox-prediction';
import type { EndpointModel } from './endpoint-model';
import type { ScriptHead } from './endpoint-script';
import { monthsOf } from './endpoint-survival';
import { type DesignedCovariate, type ModelDesign, modelDesign, type TermId } from './model-design';
import { type PredictedProfile, type Profile, predictProfile } from './model-prediction';
import type { ModelTable } from './model-table';
import { comment, numbers, scriptTolerance, text } from './r-text';

/** Complete cases beyond which a script would be longer than anybody reads. */
export const mostScriptPatients = 5000;

/**
 * The model as an R script that stands alone: its complete cases without any key, the fit by `survival` or `cmprsk`, and the
 * expected numbers checked by `stopifnot`. It holds the values of patients, one row each: for use inside the hospital only.
 *
 * @returns `null` without a fit, or with more than `mostScriptPatients` complete cases
 * @see tests/queries/model-script.test.ts runs it in R on the demonstration
 */
export function modelScript(
  table: ModelTable,
  model: EndpointModel,
  profile: Profile,
  {
    title,
    rule,
    note = 'Values of single patients, in no order of theirs: for use inside the hospital only.',
  }: ScriptHead,
): string | null {
  const { fitted, definition } = model;
  const design = modelDesign(table, definition);
  if (fitted === null || 'kind' in design || fitted.patients > mostScriptPatients) return null;
  const estimated = fitted.outcome === 'converged' && fitted.terms.every(isEstimated);
  return `${[
    ...comment(title, rule, note),
    'library(survival)',
    'library(splines)',
    ...dataLines(design),
    `month <- ${daysPerMonth}`,
    'same <- function(found, expected) stopifnot(',
    `  isTRUE(all.equal(as.numeric(found), as.numeric(expected), tolerance = ${scriptTolerance})))`,
    ...(definition.method === 'cox'
      ? coxLines(model, design, profile, estimated)
      : fineGrayLines(model, design, profile, estimated)),
    'message("all numbers agree")',
  ].join('\n')}\n`;
}

const isEstimated = ({ rows }: NonNullable<EndpointModel['fitted']>['terms'][number]): boolean =>
  rows.every(({ multivariable, univariable }) => !multivariable?.reason && !univariable?.reason);

function dataLines({ rows, covariates, strata }: ModelDesign): readonly string[] {
  const columns = [
    ...(rows.entry === null ? [] : [`  entry = ${numbers([...rows.entry])}`]),
    `  day = ${numbers([...rows.time])}`,
    `  cause = ${numbers([...rows.cause])}`,
    ...covariates.map((covariate) =>
      covariate.kind === 'number'
        ? `  ${covariate.id} = ${numbers([...covariate.values])}`
        : `  ${covariate.id} = factor(${numbers([...covariate.codes])}, levels = ${numbers(
            levelsInOrder(covariate).map((level) => covariate.levels.indexOf(level)),
          )}, labels = ${text(levelsInOrder(covariate))})`,
    ),
    ...(strata === null
      ? []
      : [
          `  ${strata.id} = factor(${numbers([...strata.codes])}, levels = ${numbers(strata.levels.map((_, at) => at))}, labels = ${text(strata.levels)})`,
        ]),
    `  patient = ${numbers([...rows.patient].map((at) => at + 1))}`,
  ];
  return ['patients <- data.frame(', `${columns.join(',\n')})`];
}

/** The reference first, as R wants it. */
const levelsInOrder = ({ levels, reference }: Extract<DesignedCovariate, { kind: 'category' }>) => [
  reference,
  ...levels.filter((level) => level !== reference),
];

function termText(design: ModelDesign, term: TermId): string {
  const recipe = design.columns.find((column) => column.term === term)?.recipe;
  if (recipe?.kind !== 'spline') return term;
  const { inner, boundary } = recipe.knots;
  return `ns(${term}, knots = ${numbers(inner)}, Boundary.knots = ${numbers(boundary)})`;
}

function formula(design: ModelDesign, interactions: EndpointModel['definition']['interactions']): string {
  return [
    ...design.covariates.map(({ id }) => termText(design, id)),
    ...interactions.map((pair) => pair.map((id) => termText(design, id)).join(':')),
    ...strataText(design),
  ].join(' +\n    ');
}

const strataText = ({ strata }: ModelDesign): readonly string[] =>
  strata === null ? [] : [`strata(${strata.id})`];

const responseText = ({ rows }: ModelDesign): string =>
  rows.entry === null ? 'Surv(day, cause == 1)' : 'Surv(entry, day, cause == 1)';

function coxLines(
  model: EndpointModel,
  design: ModelDesign,
  profile: Profile,
  estimated: boolean,
): readonly string[] {
  const { definition, fitted } = model;
  const control = 'control = coxph.control(eps = 1e-12, iter.max = 50)';
  const fit = [
    '',
    ...comment('Cox regression, all covariates together; ties as Efron.'),
    `fit <- coxph(${responseText(design)} ~ ${formula(design, definition.interactions)},`,
    `  data = patients, ties = "efron", ${control})`,
    'print(summary(fit))',
  ];
  const kept = fitted?.predictor.cox?.[0];
  if (fitted === null || !estimated || kept === undefined) return [...fit, ...notCompared];
  const { coefficients, errors } = inUnitsOfTheData(kept);
  const { hazards, concordance, likelihoodRatio } = fitted;
  const predicted = predictProfile(model, profile);
  return [
    ...fit,
    `same(coef(fit), ${numbers(coefficients)})`,
    `same(sqrt(diag(vcov(fit))), ${numbers(errors)})`,
    `same(2 * diff(fit$loglik), ${likelihoodRatio.statistic})`,
    `same(fit$concordance["concordance"], ${concordance?.estimate ?? 'NA'})`,
    '',
    ...comment('Each covariate alone, on the same patients.'),
    ...fitted.terms.flatMap(({ term, univariable }) =>
      univariable === null
        ? []
        : [
            `one <- coxph(${responseText(design)} ~ ${[termText(design, term), ...strataText(design)].join(' + ')}, data = patients, ${control})`,
            `same(one$wald.test, ${univariable.statistic})`,
          ],
    ),
    '',
    ...comment('Proportional hazards.'),
    'check <- cox.zph(fit)',
    'print(check)',
    'plot(check)',
    `same(check$table[, "chisq"], ${numbers([...(hazards?.terms ?? []), hazards?.global].map((test) => test?.statistic ?? null))})`,
    ...(typeof predicted === 'string' ? [] : survivalLines(model, predicted)),
  ];
}

/** Coefficients and their standard errors, of what is kept for predictions. */
function inUnitsOfTheData({ scale, beta, variance }: Pick<CoxPredictor, 'scale' | 'beta' | 'variance'>) {
  const size = beta.length;
  return {
    coefficients: Array.from(beta, (value, j) => value / (scale[j] as number)),
    errors: Array.from(beta, (_, j) => Math.sqrt(variance[j * size + j] as number) / (scale[j] as number)),
  };
}

const notCompared = comment('A coefficient cannot be estimated: nothing is compared.');

/** The steps of a curve at the months of the endpoint. */
function atMonths(model: EndpointModel, { day, probability, lower, upper, kind }: PredictedProfile) {
  const last = day.at(-1) ?? 0;
  return monthsOf(model.endpoint)
    .filter((month) => month * daysPerMonth <= last)
    .map((month) => {
      const at = day.findLastIndex((one) => one <= month * daysPerMonth);
      const before = kind === 'survival' ? 1 : 0;
      return {
        month,
        probability: probability[at] ?? before,
        lower: lower[at] ?? before,
        upper: upper[at] ?? before,
      };
    });
}

const profileText = ({ values }: PredictedProfile): string =>
  `data.frame(${values
    .map(
      ({ covariate, value }) =>
        `${covariate.id} = ${typeof value === 'number' ? value : JSON.stringify(value)}`,
    )
    .join(', ')})`;

function survivalLines(model: EndpointModel, predicted: PredictedProfile): readonly string[] {
  const read = atMonths(model, predicted);
  return [
    '',
    ...comment('Survival of one profile.'),
    `profile <- ${profileText(predicted)}`,
    `curve <- survfit(fit, newdata = profile, conf.type = "log", conf.int = ${model.level})`,
    'plot(curve, xscale = month, xlab = "Months", ylab = "Event-free")',
    `read <- summary(curve, times = ${numbers(read.map(({ month }) => month))} * month)`,
    `same(read$surv, ${numbers(read.map((one) => one.probability))})`,
    `same(read$lower, ${numbers(read.map((one) => one.lower))})`,
    `same(read$upper, ${numbers(read.map((one) => one.upper))})`,
  ];
}

function fineGrayLines(
  model: EndpointModel,
  design: ModelDesign,
  profile: Profile,
  estimated: boolean,
): readonly string[] {
  const { definition, fitted } = model;
  const right = `~ ${formula(design, definition.interactions)}`;
  const fit = [
    '',
    ...comment('Fine and Gray: incidence of the event, all covariates together.'),
    `covariates <- model.matrix(${right}, patients)[, -1, drop = FALSE]`,
    'fit <- cmprsk::crr(patients$day, patients$cause, covariates, gtol = 1e-10, maxiter = 50)',
    'print(summary(fit))',
  ];
  const fineGray = fitted?.predictor.fineGray;
  if (fineGray == null || !estimated) return [...fit, ...notCompared];
  const predicted = predictProfile(model, profile);
  const { coefficients, errors } = inUnitsOfTheData(fineGray);
  return [
    ...fit,
    `same(fit$coef, ${numbers(coefficients)})`,
    `same(sqrt(diag(fit$var)), ${numbers(errors)})`,
    '',
    ...comment(
      'Residuals of Schoenfeld’s kind by time: level lines go with proportional subdistribution hazards.',
    ),
    'for (one in seq_along(fit$coef)) scatter.smooth(fit$uftime, fit$res[, one], xlab = "Days", ylab = names(fit$coef)[one])',
    ...(typeof predicted === 'string' ? [] : incidenceLines(model, design, predicted, right)),
  ];
}

function incidenceLines(
  model: EndpointModel,
  design: ModelDesign,
  predicted: PredictedProfile,
  right: string,
): readonly string[] {
  const read = atMonths(model, predicted);
  const levels = design.covariates.flatMap((covariate) =>
    covariate.kind === 'category'
      ? [
          `profile$${covariate.id} <- factor(profile$${covariate.id}, levels = levels(patients$${covariate.id}))`,
        ]
      : [],
  );
  return [
    '',
    ...comment('Cumulative incidence of one profile.'),
    `profile <- ${profileText(predicted)}`,
    ...levels,
    `curve <- predict(fit, model.matrix(${right}, profile)[, -1, drop = FALSE])`,
    'plot(curve, xlab = "Days", ylab = "Cumulative incidence")',
    `for (read in list(${read.map(({ month, probability }) => `c(${month}, ${probability})`).join(', ')}))`,
    '  same(max(0, curve[curve[, 1] <= read[1] * month, 2]), read[2])',
  ];
}
