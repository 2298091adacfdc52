import type { EarlyPredictor, EarlyPredictors } from '@core/analyses/early-predictors';
import type { RocPoint } from '@core/statistics/roc/roc-curve';
import type { Words } from '@language/use-words';
import { cornersOf } from '@view/charts/roc-chart';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { shareText } from './estimate-text';
import { aucText, markerName, markerText, proportionText, publishedText } from './predictor-words';

interface Props {
  readonly found: EarlyPredictors;
  readonly words: Words;
}

/** Every marker: patients, AUC, Youden cut-off with sensitivity and specificity, and who is not counted. */
export function AucTable({ found, words }: Props) {
  const { say, number } = words;
  const column = (
    id: string,
    header: string,
    cell: (one: EarlyPredictor) => string,
  ): DataColumn<EarlyPredictor> => ({ id, header, cell, numeric: true });
  const columns = [
    {
      id: 'marker',
      header: say('predictors.column.marker'),
      cell: (one: EarlyPredictor) => markerName(one.marker, words),
    },
    column('n', say('predictors.column.n'), ({ auc }) => number(auc.n)),
    column('events', say('predictors.column.events'), ({ auc }) => number(auc.events)),
    column('controls', say('predictors.column.controls'), ({ auc }) => number(auc.controls)),
    column('auc', say('predictors.column.auc'), (one) => aucText(one, words)),
    column('cutOff', say('predictors.column.cutOff'), ({ marker, cutOff }) =>
      cutOff.threshold === null
        ? '–'
        : say('predictors.publishedBelow', { value: markerText(marker, cutOff.threshold.estimate, words) }),
    ),
    column('sensitivity', say('predictors.column.sensitivity'), ({ atCutOff }) =>
      atCutOff === null ? '–' : proportionText(atCutOff.sensitivity, words),
    ),
    column('specificity', say('predictors.column.specificity'), ({ atCutOff }) =>
      atCutOff === null ? '–' : proportionText(atCutOff.specificity, words),
    ),
    column('missing', say('predictors.column.missing'), ({ withoutMarker }) => number(withoutMarker)),
    column('before', say('predictors.column.before'), ({ reachedBefore }) => number(reachedBefore)),
  ];
  return <DataTable caption={say('predictors.table')} columns={columns} rows={found.predictors} />;
}

/** How the cut-offs of papers do in this cohort. */
export function PublishedTable({ found, words }: Props) {
  const { say } = words;
  const rows = found.predictors.flatMap(({ marker, published }) =>
    published.map((cutOff) => ({ marker, cutOff })),
  );
  type Row = (typeof rows)[number];
  const columns: readonly DataColumn<Row>[] = [
    {
      id: 'marker',
      header: say('predictors.column.marker'),
      cell: ({ marker }) => markerName(marker, words),
    },
    {
      id: 'value',
      header: say('predictors.column.value'),
      cell: ({ marker, cutOff }) => publishedText(marker, cutOff, words),
      numeric: true,
    },
    {
      id: 'source',
      header: say('predictors.column.source'),
      cell: ({ cutOff: { source, verified } }) =>
        verified ? source : say('predictors.unverified', { source }),
    },
    {
      id: 'sensitivity',
      header: say('predictors.column.sensitivity'),
      cell: ({ cutOff }) => proportionText(cutOff.sensitivity, words),
      numeric: true,
    },
    {
      id: 'specificity',
      header: say('predictors.column.specificity'),
      cell: ({ cutOff }) => proportionText(cutOff.specificity, words),
      numeric: true,
    },
  ];
  return <DataTable caption={say('predictors.published')} columns={columns} rows={rows} />;
}

interface CurveProps {
  readonly shown: readonly EarlyPredictor[];
  readonly title: string;
  readonly words: Words;
}

/** The corners of the curves that are drawn. */
export function RocTable({ shown, title, words }: CurveProps) {
  const { say } = words;
  const rows = shown.flatMap((predictor) =>
    cornersOf(predictor).map((point) => ({ marker: predictor.marker, point })),
  );
  type Row = (typeof rows)[number];
  const share = (id: 'sensitivity' | 'specificity', header: string): DataColumn<Row> => ({
    id,
    header,
    cell: ({ point }: { readonly point: RocPoint }) => shareText(point[id], words),
    numeric: true,
  });
  const columns: readonly DataColumn<Row>[] = [
    {
      id: 'marker',
      header: say('predictors.column.marker'),
      cell: ({ marker }) => markerName(marker, words),
    },
    {
      id: 'threshold',
      header: say('predictors.column.threshold'),
      cell: ({ marker, point }) =>
        say('predictors.publishedBelow', { value: markerText(marker, point.threshold, words) }),
      numeric: true,
    },
    share('sensitivity', say('predictors.y')),
    share('specificity', say('predictors.column.specificity')),
  ];
  return <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />;
}
