import type { ImmortalTime } from '@core/analyses/immortal-time';
import type { KnownFrom } from '@core/cohort/fact-known';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';

interface Props {
  readonly immortal: ImmortalTime;
  readonly onLandmark: (months: number) => void;
}

/** Names what the curves assume too early, with numbers, and offers the landmark that mends it. */
export function ImmortalTimeNotice({ immortal, onLandmark }: Props) {
  const words = useWords();
  const { say } = words;
  const { assumptions, landmarkMonths, leaveBefore, eventsBefore } = immortal;
  const month = (months: number) => words.number(months, { maximumFractionDigits: 1 });
  const when = (knownFrom: KnownFrom) =>
    knownFrom === 'end'
      ? say('survival.immortal.end')
      : say('survival.immortal.month', { month: month(knownFrom) });
  const list = words.list(
    assumptions.map(({ by, knownFrom }) => {
      if (by.kind === 'rule')
        return say('survival.immortal.rule', { place: by.rule + 1, when: when(knownFrom) });
      if (by.kind === 'cohort')
        return say('survival.immortal.cohort', { name: by.name, when: when(knownFrom) });
      const name = say(by.kind === 'group' ? `clinic.${by.group}` : `clinic.${by.covariate}`);
      return say(`survival.immortal.${by.kind}`, { name, when: when(knownFrom) });
    }),
  );
  return (
    <Notice
      tone="warn"
      title={say('survival.immortal.title')}
      {...(landmarkMonths === null
        ? {}
        : {
            actions: (
              <Button onPress={() => onLandmark(landmarkMonths)}>
                {say('survival.immortal.mend', { month: month(landmarkMonths) })}
              </Button>
            ),
          })}
    >
      <p>{say('survival.immortal.what', { list })}</p>
      <p>
        {landmarkMonths === null
          ? say('survival.immortal.noMend')
          : say('survival.immortal.before', {
              leave: leaveBefore,
              events: eventsBefore,
              month: month(landmarkMonths),
            })}
      </p>
    </Notice>
  );
}
