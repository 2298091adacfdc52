import type { SampleUse } from '@core/domain/sample-standing';
import type { Words } from './words';

/** What is to be said under numbers of samples; nothing where all but the rejected ones are read. */
export const sampleNotes = ({ say }: Words, samples: SampleUse): readonly string[] =>
  samples === 'validated' ? [say('quality.validatedOnlyNote')] : [];
