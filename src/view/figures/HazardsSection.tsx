import type { ModelMethod } from '@core/analyses/model-definition';
import type { CoefficientOverTime, ProportionalHazards } from '@core/analyses/model-hazards';
import type { Words } from '@language/use-words';
import { coefficientCourse, coefficientCourseHeight } from '@view/charts/coefficient-course';
import { PlotFigure } from '@view/charts/PlotFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo, useState } from 'react';
import { columnName, ratioNumber, testText } from './model-words';

interface Props {
  readonly hazards: ProportionalHazards;
  readonly method: ModelMethod;
  readonly words: Words;
}

type Point = CoefficientOverTime['smooth'][number];

/** One coefficient over time at a time, first the one whose hazards are least proportional. */
export function HazardsSection({ hazards, method, words }: Props) {
  const { say, number } = words;
  const [chosen, setChosen] = useState<string | null>(null);
  const { courses, terms } = hazards;
  const worst = terms.toSorted((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1))[0]?.term;
  const course =
    courses.find(({ column }) => column === chosen) ??
    courses.find(({ term }) => term === worst) ??
    courses[0];
  const name = (column: string) => columnLabel(column, words);
  const options = useCallback(
    (width: number) =>
      course === undefined
        ? {}
        : coefficientCourse(
            course,
            {
              number,
              percent: words.percent,
              x: say('model.month'),
              y: say('model.hazardsY', { ratio: say(`model.ratio.${method}`) }),
            },
            width,
          ),
    [course, words, number, say, method],
  );
  const columns = useMemo(
    (): readonly DataColumn<Point>[] => [
      {
        id: 'month',
        header: say('model.month'),
        cell: ({ month }) => number(month, { maximumFractionDigits: 1 }),
      },
      {
        id: 'log',
        header: say('model.smooth'),
        cell: ({ value }) => number(value, { maximumFractionDigits: 2 }),
        numeric: true,
      },
      {
        id: 'ratio',
        header: say('model.smoothRatio'),
        cell: ({ value }) => ratioNumber(Math.exp(value), words),
        numeric: true,
      },
    ],
    [words, say, number],
  );
  if (course === undefined) return null;
  const test = terms.find(({ term }) => term === course.term) ?? null;
  const shown = (point: Point | undefined) =>
    point === undefined ? '–' : number(point.value, { maximumFractionDigits: 2 });
  const label = say('model.hazardsLabel', {
    name: name(course.column),
    first: shown(course.smooth[0]),
    last: shown(course.smooth.at(-1)),
    p: testText(test, words),
    ratio: say(`model.ratio.${method}`),
  });
  return (
    <>
      <ChoiceField
        label={say('model.hazardsTerm')}
        options={courses.map(({ column }) => ({ id: column, label: name(column) }))}
        chosen={course.column}
        onChoose={setChosen}
      />
      <p>{label}</p>
      <PlotFigure options={options} label={label} height={coefficientCourseHeight} />
      <p>
        {say('model.hazardsNote', { drawn: course.residuals.length, events: course.events })}{' '}
        {say(`model.hazardsHow.${method}`)}
      </p>
      <DataTable
        caption={`${say('model.hazards')} – ${name(course.column)}`}
        columns={columns}
        rows={course.smooth}
      />
    </>
  );
}

const columnLabel = (column: string, words: Words): string =>
  column.startsWith('reached=') ? words.say('model.reached.reached') : columnName(column, words);
