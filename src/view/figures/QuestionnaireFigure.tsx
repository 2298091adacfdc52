import {
  type QuestionnaireGroup,
  type QuestionnaireRow,
  questionnaireScores,
  type ScoreCourse,
  type YearOfScores,
} from '@core/analyses/questionnaire-scores';
import type { AnswerState } from '@core/base/answer-state';
import {
  type QuestionnaireScaleId,
  questionnaireScales,
  questionnaireWindowDays,
} from '@core/domain/questionnaire';
import { useWords, type Words } from '@language/use-words';
import { scoreCourseChart, scoreCourseHeight, scorePoints } from '@view/charts/score-course';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';
import { useAskedOf } from './use-asked-of';

interface Props {
  readonly scale: QuestionnaireScaleId;
  readonly groupBy: QuestionnaireGroup | null;
  readonly state: AnswerState<readonly QuestionnaireRow[]>;
  /** The extract has a table of questionnaires. */
  readonly isRecorded: boolean;
}

/** What patients answer on one scale, year by year since the first TKI, and how many give no answer. */
export function QuestionnaireFigure({ scale: askedScale, groupBy: askedGroup, state, isRecorded }: Props) {
  const words = useWords();
  const { say } = words;
  const scale = useAskedOf(state, askedScale);
  const groupBy = useAskedOf(state, askedGroup);
  const { range, better, important } = questionnaireScales[scale];
  const rows = state.kind === 'answered' ? state.answer : null;
  const courses = useMemo(() => questionnaireScores(rows ?? [], groupBy), [rows, groupBy]);
  const drawn = useMemo(() => courses.filter((course) => scorePoints(course).length > 0), [courses]);
  const limits = useMemo(() => {
    const [only, another] = drawn;
    const start = only === undefined || another !== undefined ? undefined : scorePoints(only)[0];
    if (start === undefined || important === null) return [];
    return [start.mean - important.points, start.mean + important.points].filter(
      (score) => score >= range[0] && score <= range[1],
    );
  }, [drawn, important, range]);
  const options = useCallback(
    (width: number) =>
      scoreCourseChart(
        drawn,
        {
          number: words.number,
          percent: words.percent,
          x: say('voice.x'),
          y: say('voice.y'),
          level: (level) => levelName(words, groupBy, level),
          important: say('voice.importantLine'),
          tip: ({ level, year, answered, expected, mean, lower, upper }) =>
            [
              ...(groupBy === null ? [] : [levelName(words, groupBy, level)]),
              say('voice.tip', {
                year,
                mean: scoreText(words, mean),
                lower: scoreText(words, lower),
                upper: scoreText(words, upper),
              }),
              say('voice.answered', { answered, expected }),
            ].join('\n'),
        },
        { width, range, important: limits },
      ),
    [drawn, words, say, groupBy, range, limits],
  );
  const title = questionnaireTitle(words, scale, groupBy);
  return (
    <PlottedFigure
      title={title}
      summary={summaryOf(drawn, groupBy, words)}
      state={state}
      empty={drawn.length === 0}
      emptyText={say(isRecorded ? 'voice.nobody' : 'voice.missing')}
      options={options}
      height={scoreCourseHeight}
      notes={
        <>
          <p>
            {say('voice.rule', { days: questionnaireWindowDays })} {say(`voice.better.${better}`)}
          </p>
          <p>
            {important === null
              ? say('voice.noImportant')
              : say('voice.important', { points: words.number(important.points), source: important.source })}
            {important === null || important.reserve === null
              ? ''
              : ` ${say(`voice.importantReserve.${important.reserve}`)}`}
          </p>
        </>
      }
      table={<ScoreTable courses={courses} groupBy={groupBy} title={title} words={words} />}
    />
  );
}

export function questionnaireTitle(
  { say }: Words,
  scale: QuestionnaireScaleId,
  groupBy: QuestionnaireGroup | null,
): string {
  const { instrument } = questionnaireScales[scale];
  const title = say('voice.figure', { scale: say(`voice.scale.${scale}`), instrument });
  return groupBy === null ? title : say(`voice.by.${groupBy}`, { title });
}

const scoreText = (words: Words, score: number | null): string =>
  score === null ? '–' : words.number(score, { maximumSignificantDigits: 3 });

export function levelName(words: Words, groupBy: QuestionnaireGroup | null, level: string | null): string {
  if (level === null) return words.say('voice.unknown');
  if (groupBy === 'phase')
    return words.say(level === 'on_tki' ? 'voice.phase.on_tki' : 'voice.phase.off_tki');
  return groupBy === null ? words.say('voice.all') : words.name('first_line', level);
}

function summaryOf(drawn: readonly ScoreCourse[], groupBy: QuestionnaireGroup | null, words: Words): string {
  return drawn
    .flatMap((course) => {
      const [first, ...others] = scorePoints(course);
      const last = others.at(-1);
      if (first === undefined) return [];
      const told =
        last === undefined
          ? words.say('voice.summaryOne', { year: first.year, mean: scoreText(words, first.mean) })
          : words.say('voice.summary', {
              from: first.year,
              to: last.year,
              first: scoreText(words, first.mean),
              last: scoreText(words, last.mean),
            });
      return [groupBy === null ? told : `${levelName(words, groupBy, course.level)} – ${told}`];
    })
    .join(' · ');
}

interface Line extends YearOfScores {
  readonly level: string | null;
}

function ScoreTable({
  courses,
  groupBy,
  title,
  words,
}: {
  readonly courses: readonly ScoreCourse[];
  readonly groupBy: QuestionnaireGroup | null;
  readonly title: string;
  readonly words: Words;
}) {
  const { say, number } = words;
  const rows = courses.flatMap(({ level, years }) => years.map((year): Line => ({ level, ...year })));
  const columns: readonly DataColumn<Line>[] = [
    ...(groupBy === null
      ? []
      : [
          {
            id: 'level',
            header: say('voice.column.group'),
            cell: ({ level }: Line) => levelName(words, groupBy, level),
          },
        ]),
    { id: 'year', header: say('voice.column.year'), cell: ({ year }) => number(year), numeric: true },
    {
      id: 'expected',
      header: say('voice.column.expected'),
      cell: ({ expected }) => number(expected),
      numeric: true,
    },
    {
      id: 'answered',
      header: say('voice.column.answered'),
      cell: ({ scores, expected }) => `${number(scores.n)} (${words.percent(scores.n / expected, 0)})`,
      numeric: true,
    },
    {
      id: 'mean',
      header: say('voice.column.mean'),
      cell: ({ scores }) => scoreText(words, scores.mean),
      numeric: true,
    },
    {
      id: 'quartiles',
      header: say('voice.column.quartiles'),
      cell: ({ scores }) =>
        [scores.lowerQuartile, scores.median, scores.upperQuartile]
          .map((score) => scoreText(words, score))
          .join(' / '),
      numeric: true,
    },
  ];
  return <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />;
}
