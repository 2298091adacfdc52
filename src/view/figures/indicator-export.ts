import type { ReleasedYear } from '@core/analyses/released-trend';
import { type LeavingText, type Released, releasedText } from '@core/disclosure/released';
import type { SampleUse } from '@core/domain/sample-standing';
import { releasedCountText } from '@language/released-text';
import { sampleNotes } from '@language/sample-note';
import type { Words } from '@language/use-words';
import { levelText } from './IndicatorFigure';
import { csvText } from './table-file';

/** The years of an indicator as a CSV file of released numbers, with its rule under them. */
export function indicatorCsv(
  released: Released<readonly ReleasedYear[]>,
  {
    title,
    rule,
    groupBy,
    samples,
  }: {
    readonly title: string;
    readonly rule: string;
    readonly groupBy: string | null;
    readonly samples: SampleUse;
  },
  words: Words,
): LeavingText {
  const { say } = words;
  return releasedText(released, (years) =>
    csvText(
      [
        [
          say('practice.calendarYear'),
          say('practice.group'),
          say('practice.units'),
          say('practice.assessed'),
          say('practice.met'),
          say('practice.unknown'),
          say('practice.shareHeader'),
        ],
        ...years.map(({ level, year, units, assessed, met, unknown, share }) => [
          year,
          levelText(words, groupBy, level),
          ...[units, assessed, met, unknown].map((count) => releasedCountText(words, count)),
          share.share === null ? '' : words.percent(share.share),
        ]),
        [],
        [title],
        [rule],
        ...sampleNotes(words, samples).map((note) => [note]),
        [say('comparison.note.released')],
      ],
      words,
    ),
  );
}
