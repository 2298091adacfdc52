import { type ColumnSummary, columnSummaries, type KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useWords, type Words } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { FailureNotice } from '@view/figures/FailureNotice';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from './workbench-view.module.css';

/** What is in each column of an answer. */
export function AnswerColumns({ answer }: { readonly answer: KeptAnswer }) {
  const words = useWords();
  const { say } = words;
  const state = useAnswer(columnSummaries, answer);
  const columns = useMemo(() => summaryColumns(words), [words]);
  if (state.kind === 'failed') return <FailureNotice error={state.error} words={words} />;
  if (state.kind === 'asking') {
    return (
      <p className={styles.status} aria-busy="true">
        {say('figure.asking')}
      </p>
    );
  }
  return (
    <DataTable caption={say('workbench.columnsOf')} captionHidden columns={columns} rows={state.answer} />
  );
}

function summaryColumns({ say, number, percent }: Words): readonly DataColumn<ColumnSummary>[] {
  const digits = { maximumSignificantDigits: 5 };
  const quartiles = ({ lowerQuartile: lower, median, upperQuartile: upper }: ColumnSummary) =>
    lower === null || median === null || upper === null
      ? '–'
      : say('workbench.quartilesValue', { lower, median, upper });
  return [
    { id: 'name', header: say('workbench.column'), cell: ({ name }) => name },
    { id: 'type', header: say('workbench.type'), cell: ({ type }) => type.replace(/^ENUM\(.*\)$/, 'ENUM') },
    {
      id: 'unknown',
      header: say('workbench.unknown'),
      cell: ({ unknownShare }) => percent(unknownShare, 1),
      numeric: true,
    },
    {
      id: 'distinct',
      header: say('workbench.distinct'),
      cell: ({ distinctValues }) => number(distinctValues),
      numeric: true,
    },
    { id: 'least', header: say('workbench.least'), cell: ({ least }) => least ?? '–' },
    { id: 'quartiles', header: say('workbench.quartiles'), cell: quartiles },
    { id: 'most', header: say('workbench.most'), cell: ({ most }) => most ?? '–' },
    {
      id: 'mean',
      header: say('workbench.mean'),
      cell: ({ mean, deviation }) =>
        mean === null
          ? '–'
          : say('workbench.meanValue', {
              mean: number(mean, digits),
              deviation: deviation === null ? '–' : number(deviation, digits),
            }),
      numeric: true,
    },
  ];
}
