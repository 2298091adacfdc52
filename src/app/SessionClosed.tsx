import { useWords } from '@language/use-words';
import { startParameter } from '@session/empty-start';
import { useExtractSession } from '@session/use-extract';
import { useDropParameter, useUrlChoice } from '@session/use-url';
import { Notice } from '@view/ui/Notice';
import { useEffect } from 'react';

/** What is said of a page that starts empty; once an extract is open, the address starts as any other. */
export function SessionClosed() {
  const { say } = useWords();
  const { extract, opening } = useExtractSession();
  const [start] = useUrlChoice(startParameter);
  const drop = useDropParameter(startParameter);
  const isOver = start !== undefined && extract !== null;
  useEffect(() => {
    if (isOver) drop();
  }, [isOver, drop]);
  return start === undefined || extract !== null || opening !== null ? null : (
    <Notice tone="info" title={say('shell.closed')}>
      <p>{say('shell.closed.empty')}</p>
    </Notice>
  );
}
