import type { EndpointModel } from '@core/analyses/endpoint-model';
import type { FormPoint, FunctionalForm } from '@core/analyses/model-form';
import type { Words } from '@language/use-words';
import { formCurve, formCurveHeight } from '@view/charts/form-curve';
import { PlotFigure } from '@view/charts/PlotFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Notice } from '@view/ui/Notice';
import { useCallback, useMemo, useState } from 'react';
import { covariateName, covariateValue, covariateWithUnit, ratioNumber, testText } from './model-words';

interface Props {
  readonly model: EndpointModel;
  readonly forms: readonly FunctionalForm[];
  readonly words: Words;
}

/** One number at a time: its spline beside a straight line. */
export function ModelForms({ model, forms, words }: Props) {
  const { say, number } = words;
  const [chosen, setChosen] = useState<string | null>(null);
  const form = forms.find(({ covariate }) => covariate === chosen) ?? forms[0];
  const ratio = say(`model.ratio.${model.definition.method}`);
  const options = useCallback(
    (width: number) =>
      form === undefined
        ? {}
        : formCurve(
            form,
            { number, percent: words.percent, x: covariateWithUnit(form.covariate, words), y: ratio },
            width,
          ),
    [form, words, number, ratio],
  );
  const columns = useMemo(
    (): readonly DataColumn<FormPoint>[] => [
      {
        id: 'value',
        header: say('model.value'),
        cell: ({ value }) => number(value, { maximumFractionDigits: 1, useGrouping: false }),
      },
      { id: 'ratio', header: ratio, cell: (point) => ratioNumber(point.ratio, words), numeric: true },
      {
        id: 'lower',
        header: say('model.lower'),
        cell: (point) => ratioNumber(point.lower, words),
        numeric: true,
      },
      {
        id: 'upper',
        header: say('model.upper'),
        cell: (point) => ratioNumber(point.upper, words),
        numeric: true,
      },
      {
        id: 'linear',
        header: say('model.linear'),
        cell: (point) => ratioNumber(point.linear, words),
        numeric: true,
      },
    ],
    [words, say, number, ratio],
  );
  const rows = useMemo(() => (form?.points ?? []).filter((_, at) => at % 5 === 0), [form]);
  if (form === undefined) return null;
  const name = covariateName(form.covariate, words);
  const value = (point: FormPoint | undefined) =>
    point === undefined ? '–' : covariateValue(form.covariate, point.value, words);
  const [first, last] = [form.points[0], form.points.at(-1)];
  const label = say('model.formsLabel', {
    ratio,
    name,
    low: ratioNumber(first?.ratio ?? null, words),
    from: value(first),
    high: ratioNumber(last?.ratio ?? null, words),
    to: value(last),
  });
  return (
    <>
      <ChoiceField
        label={say('model.formsTerm')}
        options={forms.map(({ covariate }) => ({ id: covariate, label: covariateName(covariate, words) }))}
        chosen={form.covariate}
        onChoose={setChosen}
      />
      {form.reason === null ? (
        <>
          <p>{label}</p>
          <PlotFigure options={options} label={label} height={formCurveHeight} />
          <p>
            {say('model.formsNote', {
              level: number(model.level * 100),
              reference: covariateValue(form.covariate, form.reference, words),
              test: testText(form.test, words),
            })}
          </p>
          <DataTable caption={`${say('model.forms')} – ${name}`} columns={columns} rows={rows} />
        </>
      ) : (
        <Notice tone="info" title={say(`model.formsNone.${form.reason}`)} />
      )}
    </>
  );
}
