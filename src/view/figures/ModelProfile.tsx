import type { EndpointModel } from '@core/analyses/endpoint-model';
import { monthsOf } from '@core/analyses/endpoint-survival';
import type { CovariateId, ProfileValues } from '@core/analyses/model-definition';
import {
  type PredictedProfile,
  type ProfileCovariate,
  predictProfile,
} from '@core/analyses/model-prediction';
import { monthsFromDays } from '@core/domain/calendar';
import type { Words } from '@language/use-words';
import { PlotFigure } from '@view/charts/PlotFigure';
import { type PredictedPoint, predictedCurve, predictedCurveHeight } from '@view/charts/predicted-curve';
import { ChoiceField } from '@view/ui/ChoiceField';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Notice } from '@view/ui/Notice';
import { NumberBox } from '@view/ui/NumberBox';
import { useCallback, useMemo } from 'react';
import { shareText } from './estimate-text';
import styles from './model.module.css';
import { covariateValue, covariateWithUnit, levelName, termName } from './model-words';

interface Props {
  readonly model: EndpointModel;
  readonly profile: ProfileValues;
  readonly onProfile: (profile: ProfileValues) => void;
  readonly words: Words;
}

/** The curve that the model predicts for the values of a profile, and the fields in which they are chosen. */
export function ModelProfile({ model, profile, onProfile, words }: Props) {
  const { say } = words;
  const predicted = useMemo(() => predictProfile(model, profile), [model, profile]);
  if (typeof predicted === 'string')
    return <Notice tone="info" title={say(`model.noPrediction.${predicted}`)} />;
  return (
    <>
      <div className={styles.fields}>
        {predicted.values.map(({ covariate, value }) => (
          <ProfileField
            key={covariate.id}
            covariate={covariate}
            value={value}
            onChange={(next) => onProfile({ ...profile, [covariate.id as CovariateId]: next })}
            words={words}
          />
        ))}
      </div>
      <Curve model={model} predicted={predicted} words={words} />
    </>
  );
}

function ProfileField({
  covariate,
  value,
  onChange,
  words,
}: {
  readonly covariate: ProfileCovariate;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
  readonly words: Words;
}) {
  const { id } = covariate;
  if (covariate.kind === 'category') {
    return (
      <ChoiceField
        label={termName(id, { reached: null }, words)}
        options={covariate.levels.map((level) => ({ id: level, label: levelName(id, level, words) }))}
        chosen={String(value)}
        onChoose={onChange}
      />
    );
  }
  return (
    <NumberBox
      label={covariateWithUnit(id as CovariateId, words)}
      value={Number(Number(value).toFixed(2))}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
      changes="leaving"
      least={Math.ceil(covariate.least * 100) / 100}
      most={Math.floor(covariate.most * 100) / 100}
      decimals={2}
    />
  );
}

function Curve({
  model,
  predicted,
  words,
}: {
  readonly model: EndpointModel;
  readonly predicted: PredictedProfile;
  readonly words: Words;
}) {
  const { say, number } = words;
  const points = useMemo(() => pointsOf(predicted), [predicted]);
  const options = useCallback(
    (width: number) =>
      predictedCurve(
        points,
        {
          number,
          percent: words.percent,
          x: say('model.month'),
          y: say(`model.profileY.${predicted.kind}`),
          tip: (point) =>
            say('model.profileAt', { month: Math.round(point.month), share: withBand(point, words) }),
        },
        width,
      ),
    [points, predicted, words, number, say],
  );
  const read = useMemo(
    () =>
      monthsOf(model.endpoint).flatMap((month) => {
        const at = points.findLast((point) => point.month <= month);
        return at === undefined || month > (points.at(-1)?.month ?? 0) ? [] : [{ ...at, month }];
      }),
    [points, model],
  );
  const columns = useMemo(
    (): readonly DataColumn<PredictedPoint>[] => [
      { id: 'month', header: say('model.month'), cell: ({ month }) => number(month) },
      {
        id: 'share',
        header: say(`model.profileY.${predicted.kind}`),
        cell: (point) => withBand(point, words),
        numeric: true,
      },
    ],
    [predicted, words, say, number],
  );
  const list = words.list(
    predicted.values.map(
      ({ covariate, value }) =>
        `${termName(covariate.id, { reached: null }, words)} ${covariateValue(covariate.id, value, words)}`,
    ),
  );
  const label = `${say('model.profileLabel', { list })} ${words.list(
    read.map((point) => say('model.profileAt', { month: point.month, share: withBand(point, words) })),
  )}`;
  return (
    <>
      <PlotFigure options={options} label={label} height={predictedCurveHeight} />
      <p>
        {say(`model.profileMethod.${predicted.kind}`, { level: number(model.level * 100) })}{' '}
        {say('model.profileNote')}
      </p>
      <DataTable caption={say('model.profileLabel', { list })} columns={columns} rows={read} />
    </>
  );
}

/** From the origin to the last event time. */
function pointsOf({ kind, day, probability, lower, upper }: PredictedProfile): readonly PredictedPoint[] {
  const start = kind === 'survival' ? 1 : 0;
  const bound = (limits: Float64Array, at: number) => {
    const value = limits[at];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  return [
    { month: 0, probability: start, lower: start, upper: start },
    ...Array.from(day, (one, at) => ({
      month: monthsFromDays(one),
      probability: probability[at] ?? Number.NaN,
      lower: bound(lower, at),
      upper: bound(upper, at),
    })),
  ];
}

function withBand({ probability, lower, upper }: PredictedPoint, words: Words): string {
  const value = shareText(probability, words);
  return lower === null || upper === null
    ? value
    : words.say('model.withInterval', {
        value,
        lower: shareText(lower, words),
        upper: shareText(upper, words),
      });
}
