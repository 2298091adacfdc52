import {
  type OutcomeOfPeriod,
  type OutcomePeriodTable,
  outcomePeriods,
  type PeriodOutcomeId,
  periodOutcomes,
} from '@core/analyses/outcome-periods';
import type { AnswerState } from '@core/base/answer-state';
import type { Estimate } from '@core/statistics/survival/estimate';
import { useWords, type Words } from '@language/use-words';
import { type PeriodDotsWords, periodDots, periodDotsHeight } from '@view/charts/period-dots';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { shareText } from './estimate-text';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly outcome: PeriodOutcomeId;
  readonly months: number;
  readonly state: AnswerState<OutcomePeriodTable>;
  /** The year of the extract. */
  readonly lastYear: number | undefined;
  readonly controls?: ReactNode;
}

/** An outcome at one month by calendar period, as observed and standardised to the ELTS groups of all periods. */
export function OutcomePeriodsFigure({ outcome, months, state, lastYear, controls }: Props) {
  const words = useWords();
  const { say } = words;
  // While another outcome is asked for, what is shown is still the one before, under its name.
  const shown = state.kind === 'answered' ? state.answer.outcome : outcome;
  const readable: readonly number[] = periodOutcomes[shown].months;
  const month = readable.includes(months) ? months : periodOutcomes[shown].months[0];
  const found = useMemo(
    () => outcomePeriods(state.kind === 'answered' ? state.answer : { outcome, rows: [] }, month, lastYear),
    [outcome, state, month, lastYear],
  );
  const options = useCallback(
    (width: number) => periodDots(found.periods, chartWords(words), width),
    [found, words],
  );
  const title = say('period.figure', { outcome: say(`period.outcome.${shown}`), months: month });
  return (
    <PlottedFigure
      title={title}
      summary={summaryOf(found.periods, words)}
      state={state}
      empty={found.periods.length === 0}
      emptyText={say('period.nobody')}
      options={options}
      height={periodDotsHeight}
      controls={controls}
      notes={
        <>
          <p>
            {say(`period.rule.${shown}`)} {say('period.rule')}
          </p>
          <p>{say('period.adjustment')}</p>
        </>
      }
      table={<PeriodTable periods={found.periods} title={title} words={words} />}
    />
  );
}

const nameOf = ({ from, until }: OutcomeOfPeriod): string => `${from}–${String(until).slice(2)}`;

function estimateText(estimate: Estimate | null, words: Words): string {
  if (estimate?.estimate == null) return '–';
  return words.say('practice.share', {
    share: shareText(estimate.estimate, words),
    lower: shareText(estimate.interval?.lower ?? null, words),
    upper: shareText(estimate.interval?.upper ?? null, words),
  });
}

function chartWords(words: Words): PeriodDotsWords {
  const { say } = words;
  return {
    number: words.number,
    percent: words.percent,
    crude: say('period.crude'),
    adjusted: say('period.adjusted'),
    period: nameOf,
    patients: ({ patients }) => words.number(patients),
    unread: ({ unread }) => (unread === null ? '' : say(`period.unread.${unread}`)),
    tip: (period, value) =>
      say('period.tip', {
        period: nameOf(period),
        value: say(`period.${value}`),
        share: estimateText(period[value], words),
      }),
  };
}

function summaryOf(periods: readonly OutcomeOfPeriod[], words: Words): string {
  return periods
    .flatMap((period) =>
      period.unread === null
        ? [
            words.say('period.summary', {
              period: nameOf(period),
              crude: shareText(period.crude?.estimate ?? null, words),
              adjusted: shareText(period.adjusted?.estimate ?? null, words),
            }),
          ]
        : [],
    )
    .join(' · ');
}

interface TableProps {
  readonly periods: readonly OutcomeOfPeriod[];
  readonly title: string;
  readonly words: Words;
}

function PeriodTable({ periods, title, words }: TableProps) {
  const { say, number } = words;
  const columns: readonly DataColumn<OutcomeOfPeriod>[] = [
    { id: 'period', header: say('period.column.period'), cell: nameOf },
    {
      id: 'patients',
      header: say('treatment.patients'),
      cell: ({ patients }) => number(patients),
      numeric: true,
    },
    {
      id: 'high',
      header: say('period.column.high'),
      cell: ({ strata }) => number(strata.find(({ stratum }) => stratum === 'high')?.patients ?? 0),
      numeric: true,
    },
    {
      id: 'crude',
      header: say('period.crude'),
      cell: ({ crude, unread }) =>
        unread === null ? estimateText(crude, words) : say(`period.unread.${unread}`),
      numeric: true,
    },
    {
      id: 'adjusted',
      header: say('period.adjusted'),
      cell: ({ adjusted }) => estimateText(adjusted, words),
      numeric: true,
    },
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={periods} />
  );
}
