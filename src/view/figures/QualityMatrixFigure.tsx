import {
  fullestCell,
  type MatrixCell,
  type MatrixRow,
  type QualityMatrix,
} from '@core/analyses/quality-matrix';
import { useWords, type Words } from '@language/use-words';
import { qualityMatrixChart, qualityMatrixHeight } from '@view/charts/quality-matrix';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly title: string;
  readonly matrix: QualityMatrix;
  /** The sentence of a rule in the language of the screen, and the column that it is about. */
  readonly ruleName: (rule: string) => string;
  readonly ruleColumn: (rule: string) => string;
  readonly controls?: ReactNode;
  readonly onDrawn?: () => void;
}

/** Rules against centres or years: the share of the judged rows that break each, with its table. */
export function QualityMatrixFigure({ title, matrix, ruleName, ruleColumn, controls, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const options = useCallback(
    (width: number) => qualityMatrixChart(matrix, matrixWords(ruleName, words), width),
    [matrix, ruleName, words],
  );
  return (
    <PlottedFigure
      title={title}
      summary={summaryOf(matrix, ruleName, words)}
      state={{ kind: 'answered', answer: matrix, refreshing: false }}
      empty={matrix.rows.length === 0 || matrix.columns.length === 0}
      emptyText={say('quality.nothing')}
      options={options}
      height={qualityMatrixHeight(matrix.rows.length)}
      controls={controls}
      onDrawn={onDrawn}
      notes={
        <p>
          {say('quality.matrixMethod')}{' '}
          {matrix.merged === 0 ? '' : say('quality.merged', { merged: matrix.merged, least: matrix.least })}
        </p>
      }
      table={<MatrixTable matrix={matrix} title={title} ruleName={ruleName} ruleColumn={ruleColumn} />}
    />
  );
}

function matrixWords(ruleName: Props['ruleName'], words: Words) {
  const { say } = words;
  return {
    number: words.number,
    percent: words.percent,
    rule: ruleName,
    level: (level: string | null) => level ?? say('quality.smallCentres'),
    tip: (rule: string, cell: MatrixCell) =>
      [cell.level ?? say('quality.smallCentres'), ruleName(rule), cellText(cell, words)].join('\n'),
  };
}

function cellText({ judged, broken, share }: MatrixCell, { say, percent }: Words): string {
  if (share === null) return say('quality.notJudged');
  return say('quality.cell', { broken, judged, share: percent(share, 1) });
}

/** The fullest cell, in one sentence. */
function summaryOf(matrix: QualityMatrix, ruleName: Props['ruleName'], words: Words): string {
  const worst = fullestCell(matrix);
  if (worst === null) return '';
  return words.say('quality.fullest', {
    rule: ruleName(worst.rule),
    level: worst.cell.level ?? words.say('quality.smallCentres'),
    cell: cellText(worst.cell, words),
  });
}

interface TableProps extends Pick<Props, 'matrix' | 'title' | 'ruleName' | 'ruleColumn'> {}

function MatrixTable({ matrix, title, ruleName, ruleColumn }: TableProps) {
  const words = useWords();
  const columns = useMemo((): readonly DataColumn<MatrixRow>[] => {
    const { say } = words;
    return [
      { id: 'rule', header: say('quality.rule'), cell: ({ rule }) => ruleName(rule), wide: true },
      { id: 'column', header: say('quality.column'), cell: ({ rule }) => ruleColumn(rule) },
      {
        id: 'whole',
        header: say('quality.whole'),
        cell: ({ whole }) => cellText(whole, words),
        numeric: true,
      },
      ...matrix.columns.map(
        ({ level, patients }, index): DataColumn<MatrixRow> => ({
          id: `level-${level ?? 'small'}`,
          header: say('quality.levelHeader', { level: level ?? say('quality.smallCentres'), patients }),
          cell: ({ cells }) => {
            const cell = cells[index];
            return cell === undefined ? '' : cellText(cell, words);
          },
          numeric: true,
        }),
      ),
    ];
  }, [matrix, ruleName, ruleColumn, words]);
  return (
    <DataTable
      caption={words.say('figure.tableOf', { title })}
      captionHidden
      columns={columns}
      rows={matrix.rows}
    />
  );
}
