import type { ColumnRegression } from '@core/analyses/column-regression';
import { useWords, type Words } from '@language/use-words';
import { pValueText } from '@view/figures/estimate-text';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Notice } from '@view/ui/Notice';
import { useMemo } from 'react';
import styles from '../workbench-view.module.css';

type Term = ColumnRegression['fit']['terms'][number];

/** Hazard ratios of an answer. */
export function RegressionEstimate({ regression }: { readonly regression: ColumnRegression }) {
  const words = useWords();
  const { say, number } = words;
  const { fit, references, excluded, proportionality } = regression;
  const columns = useMemo(() => termColumns(words), [words]);
  const list = Object.entries(references).map(([column, level]) =>
    say('workbench.levelOf', { column, level }),
  );
  const p = proportionality?.global.pValue ?? null;
  return (
    <>
      {fit.outcome === 'converged' ? null : <Notice tone="warn" title={say('workbench.notConverged')} />}
      <DataTable caption={say('workbench.coxTable')} columns={columns} rows={fit.terms} />
      <div className={styles.note}>
        <p>
          {say('workbench.coxMethod', {
            rows: number(fit.rows),
            events: number(fit.eventCount),
            excluded: number(excluded),
          })}
        </p>
        {list.length === 0 ? null : <p>{say('workbench.references', { list: list.join(', ') })}</p>}
        {p === null ? null : <p>{say('workbench.proportionality', { p: pValueText(p, words) })}</p>}
      </div>
    </>
  );
}

function termColumns(words: Words): readonly DataColumn<Term>[] {
  const { say, number } = words;
  const ratio = (value: number) => number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [
    { id: 'term', header: say('workbench.term'), cell: ({ name }) => name },
    {
      id: 'ratio',
      header: say('workbench.hazardRatio'),
      cell: (term) => (term.ratio === null || term.reason !== null ? '–' : ratio(term.ratio)),
      numeric: true,
    },
    {
      id: 'interval',
      header: say('workbench.interval'),
      cell: ({ interval }) =>
        interval === null || interval.lower === null || interval.upper === null
          ? '–'
          : say('figure.interval', { lower: ratio(interval.lower), upper: ratio(interval.upper) }),
      numeric: true,
    },
    {
      id: 'p',
      header: say('workbench.p'),
      cell: ({ pValue }) => (pValue === null ? '–' : pValueText(pValue, words)),
      numeric: true,
    },
  ];
}
