import { endpointScript } from '@core/analyses/endpoint-script';
import type { EndpointSurvival, EndpointTable } from '@core/analyses/endpoint-survival';
import { endpointSentence } from '@language/endpoint-sentence';
import type { Words } from '@language/use-words';
import { CodeBlock } from '@view/ui/CodeBlock';
import { useMemo } from 'react';

interface Props {
  readonly table: EndpointTable;
  readonly survival: EndpointSurvival;
  readonly title: string;
  readonly words: Words;
}

/** The figure as an R script, to be read and copied; it is offered as no file, because its counts are exact. */
export function EndpointScript({ table, survival, title, words }: Props) {
  const script = useMemo(
    () =>
      endpointScript(table, survival, {
        title,
        rule: endpointSentence(words, survival.endpoint),
        note: words.say('survival.scriptHead'),
      }),
    [table, survival, title, words],
  );
  return (
    <>
      <p>{words.say('survival.scriptNote')}</p>
      <CodeBlock label={words.say('survival.script')}>{script}</CodeBlock>
    </>
  );
}
