import { type AnswerValues, answerValues, type KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { PlotFigure } from '@view/charts/PlotFigure';
import {
  type QuickMark,
  type QuickRow,
  quickChart,
  quickChartHeight,
  quickMarks,
} from '@view/charts/quick-chart';
import { seriesStyle } from '@view/charts/series-style';
import { FailureNotice } from '@view/figures/FailureNotice';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { useCallback, useMemo, useState } from 'react';
import { columnId, columnOf, columnOptions } from './column-options';
import { quickGroups, quickRows } from './quick-rows';
import styles from './workbench-view.module.css';

/** Rows that a chart reads. */
const mostDrawn = 50_000;
const needsY: ReadonlySet<QuickMark> = new Set(['dot', 'line', 'box']);

/** A chart of an answer: a mark, and which column stands along which axis. */
export function ChartPanel({ answer }: { readonly answer: KeptAnswer }) {
  const words = useWords();
  const { say, number } = words;
  const { columns } = answer;
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const [mark, setMark] = useState<QuickMark>(numbers.length > 0 ? 'histogram' : 'bar');
  const [xId, setX] = useState<string | null>(null);
  const [yId, setY] = useState<string | null>(null);
  const [groupId, setGroup] = useState<string | null>(null);
  const xs = mark === 'histogram' ? numbers : columns;
  const x = columnOf(xs, answer, xId) ?? xs[0];
  const y = needsY.has(mark)
    ? (columnOf(numbers, answer, yId) ?? numbers.find((one) => one !== x) ?? numbers[0])
    : undefined;
  const group = mark === 'box' ? undefined : columnOf(columns, answer, groupId);
  const isPossible = x !== undefined && (!needsY.has(mark) || y !== undefined);
  const question = useMemo(
    () => ({
      answer,
      columns: [x, y, group].flatMap((column) => (column === undefined ? [] : [column.name])),
      most: mostDrawn,
    }),
    [answer, x, y, group],
  );
  const state = useAnswer(answerValues, question, isPossible);
  const values: AnswerValues | null = state.kind === 'answered' ? state.answer : null;
  const rows = useMemo(
    (): readonly QuickRow[] => (values === null || x === undefined ? [] : quickRows(values, { x, y, group })),
    [values, x, y, group],
  );
  const groups = useMemo(() => (group === undefined ? [] : quickGroups(rows)), [rows, group]);
  const options = useCallback(
    (width: number) =>
      quickChart(rows, words, {
        mark,
        x: x?.name ?? '',
        y: y?.name ?? say('workbench.rowsCount'),
        groups,
        width,
      }),
    [rows, words, mark, x, y, groups, say],
  );
  const drawn = rows.filter(
    (row) =>
      row.x !== null && (y === undefined || row.y !== null) && (group === undefined || row.group !== null),
  ).length;
  return (
    <>
      <div className={styles.controls}>
        <ChoiceField
          label={say('workbench.mark')}
          options={quickMarks.map((id) => ({ id, label: say(`workbench.mark.${id}`) }))}
          chosen={mark}
          onChoose={setMark}
        />
        {x === undefined ? null : (
          <ChoiceField
            label={say('workbench.x')}
            options={columnOptions(xs, answer)}
            chosen={columnId(x, answer)}
            onChoose={setX}
          />
        )}
        {y === undefined ? null : (
          <ChoiceField
            label={say('workbench.y')}
            options={columnOptions(numbers, answer)}
            chosen={columnId(y, answer)}
            onChoose={setY}
          />
        )}
        {mark === 'box' ? null : (
          <OptionalChoice
            label={say('workbench.colour')}
            none={say('workbench.none')}
            options={columnOptions(columns, answer)}
            chosen={group === undefined ? null : columnId(group, answer)}
            onChoose={(id) => setGroup(id ?? null)}
          />
        )}
      </div>
      {isPossible ? null : <Notice tone="info" title={say('workbench.chartNeeds')} />}
      {state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
      {values === null || !isPossible ? null : (
        <>
          {groups.length === 0 ? null : (
            <ul className={styles.legend} aria-label={say('workbench.legend')}>
              {groups.map((name, at) => (
                <li key={name}>
                  <svg aria-hidden="true" width="18" height="10" viewBox="0 0 18 10">
                    <path
                      d="M0 5h18"
                      stroke={seriesStyle(at).colour}
                      strokeWidth="4"
                      strokeDasharray={mark === 'line' ? seriesStyle(at).dash : 'none'}
                    />
                  </svg>
                  {name}
                </li>
              ))}
            </ul>
          )}
          <PlotFigure
            options={options}
            height={quickChartHeight}
            label={say('workbench.chartOf', {
              mark: say(`workbench.mark.${mark}`),
              x: x?.name ?? '',
              y: y?.name ?? say('workbench.rowsCount'),
            })}
          />
          <p className={styles.note}>
            {say('workbench.chartNote', { drawn, left: rows.length - drawn })}{' '}
            {answer.rows > mostDrawn ? say('workbench.chartCut', { most: number(mostDrawn) }) : null}
          </p>
        </>
      )}
    </>
  );
}
