import {
  type ModelDefinition,
  modelOfText,
  modelText,
  type ProfileValues,
  profileOfText,
  profileText,
  usualCovariates,
} from '@core/analyses/model-definition';
import { awaitsResponse, type EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { useCallback, useMemo } from 'react';
import { covariatesParameter, profileParameter } from './url-choices';
import { useUrlChoice, useUrlParameter } from './use-url';

export interface ModelChoice {
  readonly definition: ModelDefinition;
  readonly profile: ProfileValues;
  /** Changes the covariates and their interactions. */
  readonly setCovariates: (next: Pick<ModelDefinition, 'covariates' | 'interactions'>) => void;
  readonly setMethod: (method: ModelDefinition['method']) => void;
  readonly setReached: (depth: ModelDefinition['reached']) => void;
  readonly setStratum: (id: ModelDefinition['stratum']) => void;
  readonly setMerging: (merges: boolean) => void;
  readonly setProfile: (profile: ProfileValues) => void;
}

/** The model of the address, as far as the endpoint can have it: Fine-Gray needs events that compete. */
export function useModelDefinition(endpoint: EndpointDefinition): ModelChoice {
  const [text, setText] = useUrlParameter(covariatesParameter);
  const [profileAsked, setProfileText] = useUrlParameter(profileParameter);
  const [methodAsked, setMethod] = useUrlChoice('model');
  const [reachedAsked, setReached] = useUrlChoice('reached');
  const [stratumAsked, setStratum] = useUrlChoice('stratum');
  const [levels, setLevels] = useUrlChoice('levels');
  const definition = useMemo((): ModelDefinition => {
    const asked = text === undefined ? null : modelOfText(text);
    const method = endpoint.competing.length > 0 ? (methodAsked ?? 'cox') : 'cox';
    const own = asked ?? { covariates: usualCovariates(endpoint), interactions: [] };
    // What has a baseline of its own has no ratio.
    const isCovariate = own.covariates.some(({ id }) => id === stratumAsked);
    return {
      ...own,
      method,
      stratum: method === 'cox' && !isCovariate ? (stratumAsked ?? null) : null,
      reached: method === 'cox' && !awaitsResponse(endpoint) ? (reachedAsked ?? null) : null,
      mergesSmallLevels: levels === 'merged',
    };
  }, [text, methodAsked, reachedAsked, stratumAsked, levels, endpoint]);
  const profile = useMemo(
    () => (profileAsked === undefined ? null : profileOfText(profileAsked)) ?? {},
    [profileAsked],
  );
  return {
    definition,
    profile,
    setCovariates: useCallback((next) => setText(modelText(next)), [setText]),
    setMethod: useCallback((method) => setMethod(method === 'cox' ? undefined : method), [setMethod]),
    setReached: useCallback((depth) => setReached(depth ?? undefined), [setReached]),
    setStratum: useCallback((id) => setStratum(id ?? undefined), [setStratum]),
    setMerging: useCallback((merges) => setLevels(merges ? 'merged' : undefined), [setLevels]),
    setProfile: useCallback(
      (next) => setProfileText(Object.keys(next).length === 0 ? undefined : profileText(next)),
      [setProfileText],
    ),
  };
}
