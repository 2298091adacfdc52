import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';

export function NotFound() {
  const { say } = useWords();
  return <Notice tone="warn" title={say('shell.notFound')} />;
}
