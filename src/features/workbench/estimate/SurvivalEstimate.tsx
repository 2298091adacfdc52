import type { ColumnSurvival } from '@core/analyses/column-survival';
import { curveSteps, riskTable } from '@core/analyses/curve-reading';
import { daysPerMonth } from '@core/domain/calendar';
import { survivalAt } from '@core/statistics/survival/survival-at';
import { useWords, type Words } from '@language/use-words';
import { type StepCurve, stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { monthsIntervalText, monthsText, pValueText } from '@view/figures/estimate-text';
import { PlottedFigure } from '@view/figures/PlottedFigure';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { curveWords, horizonMonths, levelText, readMonths } from './curve-words';

type Curve = ColumnSurvival['curves'][number];

/** Kaplan-Meier curves of an answer, with what they read at some months. */
export function SurvivalEstimate({
  survival,
  time,
}: {
  readonly survival: ColumnSurvival;
  readonly time: string;
}) {
  const words = useWords();
  const { say, number } = words;
  const { curves, levels, test } = survival;
  const drawn = useMemo(
    () =>
      curves.map(
        ({ level, curve }): StepCurve => ({
          id: level,
          steps: curveSteps(curve),
          counts: (months) => riskTable(curve, months),
        }),
      ),
    [curves],
  );
  const named = levels.length > 1;
  const options = useCallback(
    (width: number) =>
      stepCurves(
        drawn,
        curveWords((id) => levelText(id, levels, words), say('workbench.free'), words),
        {
          width,
          horizonMonths,
          named,
        },
      ),
    [drawn, levels, named, words, say],
  );
  const columns = useMemo(() => estimateColumns(levels, words), [levels, words]);
  const title = say('workbench.survivalFigure', { time });
  return (
    <PlottedFigure
      title={title}
      summary=""
      state={{ kind: 'answered', answer: survival, refreshing: false }}
      empty={false}
      emptyText=""
      options={options}
      height={stepCurvesHeight(curves.length, named)}
      notes={
        <>
          <p>
            {say('workbench.counts', {
              used: number(curves.reduce((sum, { curve }) => sum + curve.n, 0)),
              excluded: number(survival.excluded),
              groupUnknown: number(survival.groupUnknown),
            })}
          </p>
          <p>{say('workbench.survivalMethod')}</p>
          {test === null ? null : (
            <p>
              {say('workbench.logRank', {
                p: test.pValue === null ? say('workbench.noTest') : pValueText(test.pValue, words),
              })}
            </p>
          )}
        </>
      }
      below={<DataTable caption={say('workbench.estimates')} columns={columns} rows={curves} />}
    />
  );
}

function estimateColumns(levels: readonly string[], words: Words): readonly DataColumn<Curve>[] {
  const { say, number, percent } = words;
  return [
    { id: 'level', header: say('workbench.group'), cell: ({ level }) => levelText(level, levels, words) },
    { id: 'n', header: say('workbench.rows'), cell: ({ curve }) => number(curve.n), numeric: true },
    {
      id: 'events',
      header: say('workbench.events'),
      cell: ({ curve }) => number(curve.eventCount),
      numeric: true,
    },
    {
      id: 'median',
      header: say('workbench.median'),
      cell: ({ median }) => monthsText(median, words),
      numeric: true,
    },
    {
      id: 'interval',
      header: say('workbench.interval'),
      cell: ({ median }) => monthsIntervalText(median, words),
      numeric: true,
    },
    ...readMonths.map(
      (month): DataColumn<Curve> => ({
        id: `at-${month}`,
        header: say('workbench.at', { month }),
        cell: ({ curve }) => {
          const share = survivalAt(curve, [month * daysPerMonth])[0]?.estimate ?? null;
          return share === null ? '–' : percent(share, 1);
        },
        numeric: true,
      }),
    ),
  ];
}
