import { AppError } from '@core/base/app-error';
import { failureText } from '@language/failure-text';
import type { Words } from '@language/use-words';
import { Notice } from '@view/ui/Notice';

/** A question that failed, in words. Only an error with a code has any: the text of others may hold data. */
export function FailureNotice({ error, words }: { readonly error: Error; readonly words: Words }) {
  const text = error instanceof AppError ? failureText(error, words) : null;
  return (
    <Notice tone="danger" title={words.say('figure.failed')}>
      {text === null ? null : (
        <>
          <p>{text.what}</p>
          <p>{text.next}</p>
        </>
      )}
    </Notice>
  );
}
