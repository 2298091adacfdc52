import { exportedFacts } from '@core/analyses/exported-figure';
import { withRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useWords } from '@language/use-words';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort } from '@session/use-url';
import { FigureExportPanel } from '@view/figures/FigureExport';
import { DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { memo, useMemo } from 'react';
import { CountCode } from '../CountCode';
import { useCardCounts } from './card-counts';
import styles from './chart-card.module.css';

/** The table behind a chart and its code, closed at first. */
export const CardValues = memo(function CardValues({ fact }: { readonly fact: FactId }) {
  const { say } = useWords();
  return (
    <div className={styles.values}>
      <Expander label={say('figure.table')} level={3} look="link">
        <CountTable fact={fact} />
        {exportedFacts.includes(fact) ? <CardExport fact={fact} /> : null}
      </Expander>
      <CountCode title={say(`clinic.${fact}`)} fact={fact} />
    </div>
  );
});

/** The chart as it may leave: of the cohort without a rule on its own fact, as it is drawn. */
function CardExport({ fact }: { readonly fact: FactId }) {
  const { cohort } = useCohort();
  const charted = useMemo(() => withRule(cohort, fact, null), [cohort, fact]);
  return <FigureExportPanel leaving={useFigureExport('fact', { fact }, charted)} />;
}

function CountTable({ fact }: { readonly fact: FactId }) {
  const words = useWords();
  const { say } = words;
  const { rows, unknown } = useCardCounts();
  const name = say(`clinic.${fact}`);
  return (
    <DataTable
      caption={say('figure.tableOf', { title: name })}
      captionHidden
      columns={[
        { id: 'name', header: name, cell: (row) => row.name },
        {
          id: 'inCohort',
          header: say('explorer.inCohort'),
          cell: (row) => words.number(row.inCohort),
          numeric: true,
        },
        {
          id: 'patients',
          header: say('explorer.inAll'),
          cell: (row) => words.number(row.patients),
          numeric: true,
        },
      ]}
      rows={[...rows, unknown]}
    />
  );
}
