import { questionnaireGroups } from '@core/analyses/questionnaire-scores';
import { questionnaireScaleIds, questionnaireScales } from '@core/domain/questionnaire';
import { questionnaireRows } from '@data/queries/questionnaire-rows';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { QuestionnaireFigure } from '@view/figures/QuestionnaireFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';

const usualScale = 'global_health';

/** What patients answer to questionnaires. */
export function VoiceFigures() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const isRecorded = useExtract().has('prom');
  const [scale = usualScale, setScale] = useUrlChoice('scale');
  const [voices, setVoices] = useUrlChoice('voices');
  const groupBy = voices ?? null;
  const question = useMemo(() => ({ cohort, scale, groupBy }), [cohort, scale, groupBy]);
  const leaving = useFigureExport('questionnaire', { scale, by: groupBy ?? 'none' }, cohort);
  return (
    <CodedFigure
      title={say('practice.topic.voice')}
      question={questionnaireRows}
      parameters={question}
      leaving={leaving}
    >
      {(state) => (
        <QuestionnaireFigure
          scale={scale}
          groupBy={groupBy}
          state={state}
          isRecorded={isRecorded}
          controls={
            <>
              <ChoiceField
                label={say('voice.scale')}
                options={questionnaireScaleIds.map((id) => ({
                  id,
                  label: `${questionnaireScales[id].instrument} – ${say(`voice.scale.${id}`)}`,
                }))}
                chosen={scale}
                onChoose={(id) => setScale(id === usualScale ? undefined : id)}
              />
              <OptionalChoice
                label={say('voice.groupBy')}
                none={say('practice.noGroup')}
                options={questionnaireGroups.map((id) => ({ id, label: say(`voice.groupBy.${id}`) }))}
                chosen={groupBy}
                onChoose={setVoices}
              />
            </>
          }
        />
      )}
    </CodedFigure>
  );
}
