import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';

/** A screen that broke: the rest of the product goes on. The error's text may hold data, so it is not shown. */
export function ScreenError({ reset }: { readonly reset: () => void }) {
  const { say } = useWords();
  return (
    <Notice
      tone="danger"
      title={say('shell.broken')}
      actions={<Button onPress={reset}>{say('shell.retry')}</Button>}
    />
  );
}
