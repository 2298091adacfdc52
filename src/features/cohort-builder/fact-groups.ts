import { type FactId, factGroups, factIds, facts } from '@core/cohort/fact-vocabulary';
import type { Words } from '@language/use-words';
import type { ChoiceGroup } from '@view/ui/GroupedChoice';

/** Facts to choose from, in the groups of the vocabulary; groups without any are left out. */
export function groupedFacts(
  { say }: Words,
  offered: (fact: FactId) => boolean = () => true,
): readonly ChoiceGroup<FactId>[] {
  return factGroups
    .map((group) => ({
      id: group,
      label: say(`factGroup.${group}`),
      options: factIds
        .filter((fact) => facts[fact].group === group && offered(fact))
        .map((fact) => ({ id: fact, label: say(`clinic.${fact}`) })),
    }))
    .filter(({ options }) => options.length > 0);
}
