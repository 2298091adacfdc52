import type { ColumnIncidence } from '@core/analyses/column-survival';
import { incidenceSteps } from '@core/analyses/curve-reading';
import { daysPerMonth } from '@core/domain/calendar';
import { incidenceAt } from '@core/statistics/survival/incidence-at';
import { useWords, type Words } from '@language/use-words';
import { type StepCurve, stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { pValueText } from '@view/figures/estimate-text';
import { PlottedFigure } from '@view/figures/PlottedFigure';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { curveWords, horizonMonths, levelText, readMonths } from './curve-words';

/** One cause in one group. */
interface CauseCurve {
  readonly id: string;
  readonly level: string;
  readonly cause: number;
  readonly curves: ColumnIncidence['curves'][number]['curves'];
}

/** Cumulative incidences of an answer, per group and cause. */
export function IncidenceEstimate({
  incidence,
  time,
}: {
  readonly incidence: ColumnIncidence;
  readonly time: string;
}) {
  const words = useWords();
  const { say, number } = words;
  const { curves, levels, tests } = incidence;
  const rows = useMemo(
    () =>
      curves.flatMap((of): readonly CauseCurve[] =>
        of.curves.causes.map(({ cause }) => ({
          id: `${cause} ${of.level}`,
          level: of.level,
          cause,
          curves: of.curves,
        })),
      ),
    [curves],
  );
  const name = useCallback((row: CauseCurve | undefined) => nameOf(row, levels, words), [levels, words]);
  const options = useCallback(
    (width: number) =>
      stepCurves(
        rows.map(
          (row): StepCurve => ({ id: row.id, steps: incidenceSteps(row.curves, row.cause), counts: null }),
        ),
        curveWords((id) => name(rows.find((row) => row.id === id)), say('workbench.incidence'), words),
        { width, horizonMonths, named: true },
      ),
    [rows, name, words, say],
  );
  const columns = useMemo(() => incidenceColumns(name, words), [name, words]);
  return (
    <PlottedFigure
      title={say('workbench.incidenceFigure', { time })}
      summary=""
      state={{ kind: 'answered', answer: incidence, refreshing: false }}
      empty={false}
      emptyText=""
      options={options}
      height={stepCurvesHeight(0, true)}
      notes={
        <>
          <p>
            {say('workbench.counts', {
              used: number(curves.reduce((sum, of) => sum + of.curves.n, 0)),
              excluded: number(incidence.excluded),
              groupUnknown: number(incidence.groupUnknown),
            })}
          </p>
          <p>{say('workbench.incidenceMethod')}</p>
          {(tests ?? []).map(({ cause, pValue }) => (
            <p key={cause}>
              {say('workbench.gray', {
                cause,
                p: pValue === null ? say('workbench.noTest') : pValueText(pValue, words),
              })}
            </p>
          ))}
        </>
      }
      below={<DataTable caption={say('workbench.estimates')} columns={columns} rows={rows} />}
    />
  );
}

function nameOf(row: CauseCurve | undefined, levels: readonly string[], words: Words): string {
  if (row === undefined) return '';
  const { say } = words;
  const cause = say('workbench.causeNumber', { cause: row.cause });
  return levels.length === 1
    ? cause
    : say('workbench.curveName', { level: levelText(row.level, levels, words), cause });
}

function incidenceColumns(
  name: (row: CauseCurve) => string,
  { say, number, percent }: Words,
): readonly DataColumn<CauseCurve>[] {
  return [
    { id: 'name', header: say('workbench.group'), cell: name },
    { id: 'n', header: say('workbench.rows'), cell: ({ curves }) => number(curves.n), numeric: true },
    {
      id: 'events',
      header: say('workbench.events'),
      cell: ({ curves, cause }) => number(curves.causes.find((one) => one.cause === cause)?.eventCount ?? 0),
      numeric: true,
    },
    ...readMonths.map(
      (month): DataColumn<CauseCurve> => ({
        id: `at-${month}`,
        header: say('workbench.at', { month }),
        cell: ({ curves, cause }) => {
          const point = incidenceAt(curves, [month * daysPerMonth])[0];
          const share = point?.causes[cause - 1]?.estimate ?? null;
          return share === null ? '–' : percent(share, 1);
        },
        numeric: true,
      }),
    ),
  ];
}
