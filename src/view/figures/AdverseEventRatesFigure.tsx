import {
  type AdverseEventRate,
  type AdverseEventTable,
  adverseEventRates,
  type RatedClass,
} from '@core/analyses/adverse-event-rates';
import type { AnswerState } from '@core/base/answer-state';
import { adverseEventGrades } from '@core/domain/adverse-event';
import type { PoissonRate } from '@core/statistics/proportions/exact-poisson';
import { useWords, type Words } from '@language/use-words';
import { type RateKind, rateDots, rateDotsHeight } from '@view/charts/rate-dots';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly state: AnswerState<AdverseEventTable>;
  /** Whether the extract has adverse events at all. */
  readonly isRecorded: boolean;
  /** The class that is drawn; the table has them all. */
  readonly rated: RatedClass;
  readonly controls?: ReactNode;
  readonly onDrawn?: () => void;
}

/** Adverse events per 100 patient-years on each drug, with exact intervals, and all classes and grades in the table. */
export function AdverseEventRatesFigure({ state, isRecorded, rated, controls, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const answer = state.kind === 'answered' ? state.answer : null;
  const rates = useMemo(() => (answer === null ? [] : adverseEventRates(answer)), [answer]);
  const drawn = useMemo(() => drawnRates(rates, rated), [rates, rated]);
  const chart = useCallback((width: number) => rateDots(drawn, chartWords(words), width), [drawn, words]);
  const title = say('safety.rates');
  const [first] = drawn;
  return (
    <PlottedFigure
      title={title}
      summary={first === undefined || !isRecorded ? '' : summaryOf(first, words)}
      state={state}
      empty={first === undefined || !isRecorded}
      emptyText={say(isRecorded ? 'safety.nothing' : 'safety.noTable')}
      options={chart}
      height={rateDotsHeight(drawn.length)}
      controls={controls}
      onDrawn={onDrawn}
      notes={<p>{say('safety.rule', { outside: answer?.outside ?? 0 })}</p>}
      table={<RateTable rates={rates} title={title} words={words} />}
    />
  );
}

/** The rates of one class; of a class without any event, none on each drug. */
function drawnRates(rates: readonly AdverseEventRate[], rated: RatedClass): readonly AdverseEventRate[] {
  const found = rates.filter((rate) => rate.rated === rated);
  return found.length > 0 ? found : rates.filter((rate) => rate.rated === 'all');
}

const drugName = ({ drug }: AdverseEventRate, words: Words): string => words.name('first_line_drug', drug);

const yearsText = ({ patientYears }: AdverseEventRate, words: Words): string =>
  words.say('safety.years', { years: words.number(patientYears, { maximumFractionDigits: 0 }) });

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

function rateText({ estimate, interval }: PoissonRate, words: Words): string {
  if (estimate === null) return '–';
  const limit = (bound: number | null | undefined) => (bound == null ? '–' : words.number(bound, oneDecimal));
  return words.say('safety.rate', {
    rate: words.number(estimate, oneDecimal),
    lower: limit(interval?.lower),
    upper: limit(interval?.upper),
  });
}

function chartWords(words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('safety.x'),
    any: words.say('safety.any'),
    severe: words.say('safety.severe'),
    drug: (rate: AdverseEventRate) => drugName(rate, words),
    time: (rate: AdverseEventRate) => yearsText(rate, words),
    tip: (rate: AdverseEventRate, kind: RateKind) =>
      words.say('safety.tip', {
        drug: drugName(rate, words),
        kind: words.say(`safety.${kind}`),
        rate: rateText(rate[kind], words),
        events: rate[kind].events,
        years: yearsText(rate, words),
      }),
  };
}

const summaryOf = (rate: AdverseEventRate, words: Words): string =>
  words.say('safety.summary', {
    drug: drugName(rate, words),
    rate: rateText(rate.any, words),
    severe: rateText(rate.severe, words),
  });

interface TableProps {
  readonly rates: readonly AdverseEventRate[];
  readonly title: string;
  readonly words: Words;
}

function RateTable({ rates, title, words }: TableProps) {
  const { say, number } = words;
  const numeric = (id: string, header: string, cell: (rate: AdverseEventRate) => string) =>
    ({ id, header, cell, numeric: true }) satisfies DataColumn<AdverseEventRate>;
  const columns: readonly DataColumn<AdverseEventRate>[] = [
    { id: 'drug', header: say('treatment.drug'), cell: (rate) => drugName(rate, words) },
    { id: 'class', header: say('safety.class'), cell: ({ rated }) => say(`safety.class.${rated}`) },
    numeric('patients', say('treatment.patients'), ({ patients }) => number(patients)),
    numeric('years', say('safety.column.years'), ({ patientYears }) => number(patientYears, oneDecimal)),
    ...adverseEventGrades.map((grade) =>
      numeric(`grade-${grade}`, say('safety.column.grade', { grade }), ({ grades }) =>
        number(grades[grade - 1] ?? 0),
      ),
    ),
    numeric('any', say('safety.column.any'), ({ any }) => rateText(any, words)),
    numeric('severe', say('safety.column.severe'), ({ severe }) => rateText(severe, words)),
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={rates} />
  );
}
