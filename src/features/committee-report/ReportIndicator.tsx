import {
  ownCentreLevel,
  type ReleasedCentre,
  type ReleasedIndicator,
  type ReleasedPart,
  type ReleasedPeriod,
  reportFigures,
} from '@core/analyses/released-report';
import type { Released } from '@core/disclosure/released';
import { releasedCountText } from '@language/released-text';
import { useWords, type Words } from '@language/use-words';
import { centreFunnelChart } from '@view/charts/centre-funnel';
import { indicatorTrendChart } from '@view/charts/indicator-trend';
import { PlotFigure } from '@view/charts/PlotFigure';
import { pValueText } from '@view/figures/estimate-text';
import { funnelWords } from '@view/figures/funnel-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useId, useMemo } from 'react';
import styles from './report.module.css';

interface Props {
  readonly released: Released<ReleasedIndicator>;
  readonly own: string | null;
  readonly lastYear: number | undefined;
}

const trendHeight = 190;
const funnelHeight = 300;

/** One indicator on paper: its periods and its centres, each a figure with its numbers, drawn from released counts alone. */
export function ReportIndicator({ released, own, lastYear }: Props) {
  const words = useWords();
  const { say } = words;
  const { trend, funnel } = useMemo(() => reportFigures(released, lastYear), [released, lastYear]);
  const title = say(`indicator.${released.indicator}`);
  const trendId = useId();
  const funnelId = useId();
  const [series] = trend.series;
  const drawTrend = useCallback(
    (width: number) =>
      indicatorTrendChart(
        trend.series,
        { number: words.number, percent: words.percent, level: () => '', tip: () => '' },
        { width, height: trendHeight },
      ),
    [trend, words],
  );
  const drawFunnel = useCallback(
    (width: number) =>
      centreFunnelChart(
        funnel,
        { ...funnelWords(own, words), tip: ({ share }) => words.percent(share) },
        {
          width,
          height: funnelHeight,
          own: own === null ? null : ownCentreLevel,
        },
      ),
    [funnel, own, words],
  );
  const p = series?.trend.p ?? null;
  return (
    <>
      <figure className={styles.block} aria-labelledby={trendId}>
        <figcaption>
          <h3 id={trendId}>{title}</h3>
        </figcaption>
        <p className={styles.reading}>
          {readingOf(released, words)}
          {p === null ? '' : ` ${say('practice.trend', { p: pValueText(p, words) })}`}
        </p>
        <div className={styles.beside}>
          {series === undefined ? (
            <p>{say('report.nothingTold')}</p>
          ) : (
            <PlotFigure options={drawTrend} label={title} height={trendHeight} />
          )}
          <PartTable
            caption={say('figure.tableOf', { title })}
            head={say('report.period')}
            rows={released.periods}
            nameOf={({ period }: ReleasedPeriod) => period}
            words={words}
          />
        </div>
      </figure>
      <figure className={styles.block} aria-labelledby={funnelId}>
        <figcaption>
          <h3 id={funnelId}>{say('practice.funnelOf', { indicator: title })}</h3>
        </figcaption>
        <p className={styles.reading}>{say('report.funnelKey')}</p>
        <div className={styles.beside}>
          {funnel.centres.length === 0 ? (
            <p>{say('report.nothingTold')}</p>
          ) : (
            <PlotFigure
              options={drawFunnel}
              label={say('practice.funnelOf', { indicator: title })}
              height={funnelHeight}
            />
          )}
          <PartTable
            caption={say('figure.tableOf', { title: say('practice.funnelOf', { indicator: title }) })}
            head={say('practice.centre')}
            rows={released.centres}
            nameOf={({ centre }: ReleasedCentre) => centreText(centre, own, words)}
            words={words}
          />
        </div>
      </figure>
    </>
  );
}

const readingOf = ({ overall }: ReleasedIndicator, words: Words): string =>
  words.say('report.reading', {
    share: shareText(overall, words),
    met: releasedCountText(words, overall.met),
    assessed: releasedCountText(words, overall.assessed),
    unknown: releasedCountText(words, overall.unknown),
  });

const shareText = ({ share }: ReleasedPart, words: Words): string =>
  share.share === null ? '–' : words.percent(share.share);

function centreText(centre: ReleasedCentre['centre'], own: string | null, words: Words): string {
  if (centre === 'own') return own ?? '';
  return words.say(centre === 'small' ? 'practice.smallCentres' : 'practice.anotherCentre');
}

interface TableProps<Part extends ReleasedPart> {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly Part[];
  readonly nameOf: (part: Part) => string;
  readonly words: Words;
}

function PartTable<Part extends ReleasedPart>({ caption, head, rows, nameOf, words }: TableProps<Part>) {
  const { say } = words;
  const columns: readonly DataColumn<Part>[] = [
    { id: 'name', header: head, cell: nameOf },
    {
      id: 'assessed',
      header: say('practice.assessed'),
      cell: ({ assessed }) => releasedCountText(words, assessed),
      numeric: true,
    },
    {
      id: 'met',
      header: say('practice.met'),
      cell: ({ met }) => releasedCountText(words, met),
      numeric: true,
    },
    { id: 'share', header: say('report.share'), cell: (part) => shareText(part, words), numeric: true },
  ];
  return <DataTable caption={caption} captionHidden columns={columns} rows={rows} />;
}
