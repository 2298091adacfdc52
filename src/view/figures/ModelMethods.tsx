import type { EndpointModel } from '@core/analyses/endpoint-model';
import type { Words } from '@language/use-words';
import { type ModelTextContext, modelCaption, modelMethods } from './model-methods';

interface Props extends ModelTextContext {
  readonly model: EndpointModel;
  readonly words: Words;
}

/** A caption and a methods section for a paper, written from the model in the language of the screen. */
export function ModelMethods({ model, words, ...context }: Props) {
  const { say } = words;
  return (
    <>
      <p>{say('methods.intro')}</p>
      <h4>{say('methods.caption')}</h4>
      <p>{modelCaption(model, context, words)}</p>
      <h4>{say('methods.methods')}</h4>
      <p>{modelMethods(model, context, words)}</p>
    </>
  );
}
