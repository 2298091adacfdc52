import { type CentreFunnel, type CentreOfFunnel, centreFunnel } from '@core/analyses/centre-funnel';
import type { IndicatorTable } from '@core/analyses/indicator-trend';
import type { AnswerState } from '@core/base/answer-state';
import type { IndicatorId } from '@core/domain/indicator';
import { useWords, type Words } from '@language/use-words';
import { centreFunnelChart } from '@view/charts/centre-funnel';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { centreName } from './centre-name';
import { funnelWords } from './funnel-words';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly indicator: IndicatorId;
  readonly state: AnswerState<IndicatorTable>;
  /** The reader's own centre, the only one that is named. */
  readonly own: string | null;
  readonly controls: ReactNode;
  readonly onDrawn?: () => void;
}

const height = 400;

/** Centres against exact limits around the overall share: the own one named, the others not, none ranked. */
export function CentreFunnelFigure({ indicator: asked, state, own, controls, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const answer = state.kind === 'answered' ? state.answer : null;
  // While another indicator is asked for, what is shown is still the one before, under its name.
  const indicator = answer?.indicator ?? asked;
  const funnel = useMemo(() => (answer === null ? null : centreFunnel(answer)), [answer]);
  const options = useCallback(
    (width: number) =>
      centreFunnelChart(funnel ?? noFunnel(indicator), chartWords(words, own), { width, height, own }),
    [funnel, indicator, words, own],
  );
  const title = say('practice.funnelOf', { indicator: say(`indicator.${indicator}`) });
  const summary = funnel === null ? '' : summaryOf(funnel, own, words);
  const empty = funnel !== null && funnel.centres.length === 0;
  return (
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={say('practice.nobody')}
      options={options}
      height={height}
      controls={controls}
      onDrawn={onDrawn}
      notes={
        <>
          <p>{say(`indicator.${indicator}.rule`)}</p>
          <p>
            {say('practice.funnelMethod')}{' '}
            {funnel === null || funnel.merged === 0
              ? ''
              : say('practice.merged', { merged: funnel.merged, least: funnel.least })}
          </p>
        </>
      }
      table={funnel === null ? undefined : <CentreTable funnel={funnel} own={own} title={title} />}
    />
  );
}

const noFunnel = (indicator: IndicatorId): CentreFunnel => ({
  indicator,
  target: null,
  assessed: 0,
  centres: [],
  band: [],
  merged: 0,
  least: 0,
});

function chartWords(words: Words, own: string | null) {
  const { say } = words;
  return {
    ...funnelWords(own, words),
    tip: (centre: CentreOfFunnel) =>
      [
        centreName(centre.centre, own, words),
        say('practice.of', { met: centre.met, assessed: centre.assessed, unknown: centre.unknown }),
        `${words.percent(centre.share)}, ${say(`practice.position.${centre.position ?? 'within'}`)}`,
      ].join('\n'),
  };
}

function summaryOf({ target, assessed, centres }: CentreFunnel, own: string | null, words: Words): string {
  if (target === null) return '';
  const outside = (far: boolean) =>
    centres.filter(({ position }) => (far ? position?.endsWith('99.8') : position !== 'within')).length;
  const mine = centres.find(({ centre }) => own !== null && centre === own);
  const all = words.say('practice.funnelSummary', {
    share: words.percent(target, 1),
    assessed,
    centres: centres.length,
    outside: outside(false),
    far: outside(true),
  });
  if (mine === undefined) return all;
  const own_ = words.say('practice.ownSummary', {
    centre: mine.centre ?? '',
    share: words.percent(mine.share, 1),
    met: mine.met,
    assessed: mine.assessed,
    expected: words.number(mine.expected, { maximumFractionDigits: 1 }),
    position: words.say(`practice.position.${mine.position ?? 'within'}`),
  });
  return `${all} ${own_}`;
}

/** By the number of assessed units, never by the share: the table is no ranking. */
function CentreTable({
  funnel,
  own,
  title,
}: {
  readonly funnel: CentreFunnel;
  readonly own: string | null;
  readonly title: string;
}) {
  const words = useWords();
  const rows = useMemo(
    () =>
      funnel.centres.toSorted(
        (a, b) => Number(b.centre === own) - Number(a.centre === own) || b.assessed - a.assessed,
      ),
    [funnel, own],
  );
  const columns = useMemo((): readonly DataColumn<CentreOfFunnel>[] => {
    const { say, number, percent } = words;
    const counts = (['units', 'assessed', 'met', 'unknown'] as const).map(
      (id): DataColumn<CentreOfFunnel> => ({
        id,
        header: say(`practice.${id}`),
        cell: (row) => number(row[id]),
        numeric: true,
      }),
    );
    return [
      { id: 'centre', header: say('practice.centre'), cell: (row) => centreName(row.centre, own, words) },
      ...counts,
      { id: 'share', header: say('practice.crude'), cell: (row) => percent(row.share, 1), numeric: true },
      {
        id: 'expected',
        header: say('practice.expected'),
        cell: (row) => number(row.expected, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
        numeric: true,
      },
      {
        id: 'adjusted',
        header: say('practice.adjusted'),
        cell: (row) => (row.adjusted === null ? '–' : percent(row.adjusted, 1)),
        numeric: true,
      },
      {
        id: 'position',
        header: say('practice.positionHeader'),
        cell: (row) => say(`practice.position.${row.position ?? 'within'}`),
      },
    ];
  }, [words, own]);
  return (
    <DataTable caption={words.say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />
  );
}
