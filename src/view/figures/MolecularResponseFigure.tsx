import {
  curveExclusions,
  fewPatients,
  type MolecularResponseTable,
  molecularResponse,
  type VisitResponse,
} from '@core/analyses/molecular-response';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { depthText, molecularResponseCurve } from '@view/charts/molecular-response-curve';
import { PlotFigure } from '@view/charts/PlotFigure';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { FigureFrame } from '@view/ui/FigureFrame';
import { type ReactNode, useCallback, useMemo } from 'react';
import { FigureState } from './FigureState';

interface Props {
  readonly state: AnswerState<MolecularResponseTable>;
  readonly horizonMonths: number;
  readonly height: number;
  readonly controls?: ReactNode;
  /** The whole method, or only who is on the curve. */
  readonly notes: 'full' | 'brief';
  readonly onDrawn?: () => void;
}

/** Median and quartiles of BCR::ABL1 IS since the start of the first TKI, with its counts, method and table. */
export function MolecularResponseFigure({ state, horizonMonths, height, controls, notes, onDrawn }: Props) {
  const words = useWords();
  const answer = state.kind === 'answered' ? state.answer : null;
  const response = useMemo(() => (answer === null ? null : molecularResponse(answer)), [answer]);
  const options = useCallback(
    (width: number) =>
      molecularResponseCurve(response?.visits ?? [], curveWords(words), { width, height, horizonMonths }),
    [response, words, height, horizonMonths],
  );
  const summary = response === null ? '' : summaryOf(response.visits, words);
  const empty = response !== null && response.visits.length === 0;
  return (
    <FigureFrame
      title={words.say('response.figure')}
      {...(summary === '' ? {} : { summary })}
      controls={controls}
      refreshing={state.kind === 'answered' && state.refreshing}
      tableLabel={words.say('figure.table')}
      notes={
        response === null ? undefined : (
          <>
            <p>
              {words.say('response.onCurve', { onCurve: response.onCurve, cohort: response.cohort })}{' '}
              {exclusionText(response.excluded, words)}
            </p>
            {notes === 'full' ? (
              <>
                {response.visits.some((visit) => visit.few) ? (
                  <p>{words.say('response.few', { few: fewPatients })}</p>
                ) : null}
                <p>
                  <strong>{words.say('response.methodTitle')}.</strong> {words.say('response.method')}
                </p>
              </>
            ) : null}
          </>
        )
      }
      table={
        response === null || empty ? undefined : <ResponseTable visits={response.visits} words={words} />
      }
    >
      <FigureState state={state} height={height} empty={empty} emptyText={words.say('response.noVisit')}>
        <PlotFigure
          options={options}
          label={summary || words.say('response.figure')}
          height={height}
          {...(onDrawn === undefined ? {} : { onDrawn })}
        />
      </FigureState>
    </FigureFrame>
  );
}

function curveWords(words: Words) {
  const undetected = words.say('response.undetected');
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('response.x'),
    y: words.say('response.y'),
    patients: words.say('response.patients'),
    undetected,
    median: words.say('response.median'),
    band: words.say('response.band'),
    tip: (visit: VisitResponse) =>
      words.say('response.tip', {
        month: visit.month,
        median: depthText(visit.median, undetected, words.number),
        lower: depthText(visit.lowerQuartile, undetected, words.number),
        upper: depthText(visit.upperQuartile, undetected, words.number),
        patients: visit.patients,
        undetected: visit.undetected,
      }),
  };
}

/** What the curve says at the visit that hematologists ask for first: 12 months, or the last before it. */
function summaryOf(visits: readonly VisitResponse[], words: Words): string {
  const visit = visits.findLast(({ month }) => month <= 12);
  if (visit === undefined) return '';
  return words.say('response.summary', {
    month: visit.month,
    median: depthText(visit.median, words.say('response.undetected'), words.number),
    patients: visit.patients,
  });
}

function exclusionText(excluded: MolecularResponseTable['excluded'], words: Words): string {
  const items = curveExclusions
    .filter((reason) => excluded[reason] > 0)
    .map((reason) => words.say(`response.excluded.${reason}`, { count: excluded[reason] }));
  return items.length === 0 ? '' : words.say('response.leftOut', { list: words.list(items) });
}

function ResponseTable({
  visits,
  words,
}: {
  readonly visits: readonly VisitResponse[];
  readonly words: Words;
}) {
  const columns = useMemo((): readonly DataColumn<VisitResponse>[] => {
    const undetected = words.say('response.undetected');
    const depth = (of: 'lowerQuartile' | 'median' | 'upperQuartile') => (visit: VisitResponse) =>
      depthText(visit[of], undetected, words.number);
    return [
      { id: 'month', header: words.say('response.visit'), cell: (visit) => words.number(visit.month) },
      {
        id: 'patients',
        header: words.say('response.patients'),
        cell: (visit) => words.number(visit.patients),
        numeric: true,
      },
      {
        id: 'lower',
        header: words.say('response.lowerQuartile'),
        cell: depth('lowerQuartile'),
        numeric: true,
      },
      { id: 'median', header: words.say('response.median'), cell: depth('median'), numeric: true },
      {
        id: 'upper',
        header: words.say('response.upperQuartile'),
        cell: depth('upperQuartile'),
        numeric: true,
      },
      {
        id: 'undetected',
        header: words.say('response.undetectedShare'),
        cell: (visit) => words.number(visit.undetected),
        numeric: true,
      },
    ];
  }, [words]);
  return (
    <DataTable
      caption={words.say('figure.tableOf', { title: words.say('response.figure') })}
      captionHidden
      columns={columns}
      rows={visits}
    />
  );
}
