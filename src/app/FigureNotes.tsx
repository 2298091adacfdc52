import { sampleNotes } from '@language/sample-note';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';

/** What stands under every figure about patients: which samples are read, where the reader chose. */
export function FigureNotes() {
  const words = useWords();
  const { samples } = useExtract();
  return sampleNotes(words, samples).map((note) => <p key={note}>{note}</p>);
}
