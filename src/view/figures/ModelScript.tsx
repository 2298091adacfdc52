import type { EndpointModel } from '@core/analyses/endpoint-model';
import type { ProfileValues } from '@core/analyses/model-definition';
import { modelScript, mostScriptPatients } from '@core/analyses/model-script';
import type { ModelTable } from '@core/analyses/model-table';
import { endpointSentence } from '@language/endpoint-sentence';
import type { Words } from '@language/use-words';
import { CodeBlock } from '@view/ui/CodeBlock';
import { Notice } from '@view/ui/Notice';
import { useMemo } from 'react';

interface Props {
  readonly table: ModelTable;
  readonly model: EndpointModel;
  readonly profile: ProfileValues;
  readonly title: string;
  readonly words: Words;
}

/** The model as an R script, to be read and copied; it is offered as no file, because it holds the values of patients. */
export function ModelScript({ table, model, profile, title, words }: Props) {
  const script = useMemo(
    () =>
      modelScript(table, model, profile, {
        title,
        rule: endpointSentence(words, model.endpoint),
        note: words.say('model.scriptHead'),
      }),
    [table, model, profile, title, words],
  );
  if (script === null)
    return <Notice tone="info" title={words.say('model.scriptTooLong', { most: mostScriptPatients })} />;
  return (
    <>
      <p>{words.say('model.scriptNote')}</p>
      <CodeBlock label={words.say('model.script')}>{script}</CodeBlock>
    </>
  );
}
