import { type EndpointSurvival, monthsOf } from '@core/analyses/endpoint-survival';
import {
  type GapBin,
  type IntervalReading,
  mostIntervals,
  mostResampled,
  resamples,
  type VisitGaps,
} from '@core/analyses/visit-gaps';
import type { TurnbullInterval } from '@core/statistics/survival/turnbull-bootstrap';
import type { Words } from '@language/use-words';
import { gapHistogram, gapHistogramHeight } from '@view/charts/gap-histogram';
import { PlotFigure } from '@view/charts/PlotFigure';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { useCallback, useMemo } from 'react';
import type { NamedCurve } from './endpoint-words';
import { shareText } from './estimate-text';

interface Props {
  readonly gaps: VisitGaps;
  /** Bootstrap intervals of Turnbull’s curve, one per reading; `null` while they are not there. */
  readonly band: readonly TurnbullInterval[] | null;
  readonly survival: EndpointSurvival;
  readonly words: Words;
}

interface Line extends IntervalReading {
  readonly kaplanMeier: number | null;
  readonly interval: TurnbullInterval | null;
}

/** How far the days of the events could shift, how long the gaps are, and both estimates side by side. */
export function VisitGapsSection({ gaps, band, survival, words }: Props) {
  const { say, number } = words;
  const { gap, events, curve } = gaps;
  const days = (value: number) => number(value, { maximumFractionDigits: 0 });
  return (
    <>
      <p>
        {gap === null
          ? say('visits.noEvents')
          : say('visits.gap', {
              events,
              median: days(gap.median),
              first: days(gap.first),
              third: days(gap.third),
            })}
      </p>
      {gap === null ? null : <GapHistogram gaps={gaps} words={words} />}
      {curve === null ? (
        <p>{say('visits.incidence')}</p>
      ) : curve.length === 0 ? (
        <p>{say('visits.none', { most: mostIntervals })}</p>
      ) : (
        <>
          <p>
            {say('visits.curve')}{' '}
            {band === null
              ? say('visits.noBand', { most: mostResampled })
              : say('visits.band', { resamples, level: number(95) })}
          </p>
          <BothEstimates curve={curve} band={band} survival={survival} words={words} />
        </>
      )}
    </>
  );
}

function GapHistogram({ gaps: { bins, events }, words }: Pick<Props, 'gaps' | 'words'>) {
  const { say, number, percent } = words;
  const options = useCallback(
    (width: number) =>
      gapHistogram(bins, { number, percent, x: say('visits.gapX'), y: say('visits.gapY') }, width),
    [bins, say, number, percent],
  );
  const columns = useMemo(
    (): readonly DataColumn<GapBin>[] => [
      {
        id: 'months',
        header: say('visits.gapX'),
        cell: ({ fromMonth, toMonth }) =>
          toMonth === null
            ? say('visits.gapFrom', { from: fromMonth })
            : say('visits.gapBetween', { from: fromMonth, to: toMonth }),
      },
      { id: 'events', header: say('visits.gapY'), cell: (bin) => number(bin.events), numeric: true },
      { id: 'share', header: '%', cell: (bin) => percent(bin.events / events, 1), numeric: true },
    ],
    [say, number, percent, events],
  );
  const title = say('visits.histogram');
  return (
    <>
      <PlotFigure options={options} label={title} height={gapHistogramHeight} />
      <Expander label={say('figure.table')} level={3} look="link">
        <DataTable caption={title} columns={columns} rows={bins} />
      </Expander>
    </>
  );
}

interface BothProps extends Pick<Props, 'band' | 'survival' | 'words'> {
  readonly curve: readonly IntervalReading[];
}

function BothEstimates({ curve, band, survival, words }: BothProps) {
  const { say, number } = words;
  const rows = useMemo(
    () =>
      monthsOf(survival.endpoint).flatMap((month, at): Line[] => {
        const place = curve.findLastIndex((one) => one.month <= month);
        const point = curve[place];
        const interval = band?.[place] ?? null;
        const last = curve.at(-1)?.month ?? 0;
        const kaplanMeier = survival.curves[0]?.landmarks[at]?.estimate ?? null;
        return point === undefined || month > last ? [] : [{ ...point, month, kaplanMeier, interval }];
      }),
    [curve, band, survival],
  );
  const columns = useMemo((): readonly DataColumn<Line>[] => {
    const share = (id: 'kaplanMeier' | 'earliest' | 'latest'): DataColumn<Line> => ({
      id,
      header: say(`visits.${id}`),
      cell: (line) => shareText(line[id], words),
      numeric: true,
    });
    return [
      { id: 'month', header: say('survival.month'), cell: ({ month }) => number(month) },
      share('kaplanMeier'),
      share('earliest'),
      share('latest'),
      {
        id: 'interval',
        header: say('visits.interval'),
        cell: ({ interval }) =>
          interval === null
            ? '–'
            : say('figure.interval', {
                lower: shareText(interval.lower, words),
                upper: shareText(interval.upper, words),
              }),
        numeric: true,
      },
    ];
  }, [words, say, number]);
  return <DataTable caption={say('visits.table')} columns={columns} rows={rows} />;
}

export const turnbullId = 'turnbull';

/**
 * Turnbull's estimate as a curve beside the others, in the middle of what the visits allow; its band is the bootstrap
 * interval, and until that stands from the earliest to the latest.
 */
export function turnbullCurve(
  curve: readonly IntervalReading[],
  band: Props['band'],
  words: Words,
): NamedCurve {
  return {
    id: turnbullId,
    name: words.say('visits.name'),
    counts: null,
    steps: curve.map(({ month, earliest, latest }, at) => ({
      month,
      survival: (earliest + latest) / 2,
      lower: band === null ? earliest : (band[at]?.lower ?? null),
      upper: band === null ? latest : (band[at]?.upper ?? null),
      atRisk: 0,
      events: 0,
      censored: 0,
    })),
  };
}
