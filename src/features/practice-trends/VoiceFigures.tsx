import { type QuestionnaireGroup, questionnaireGroups } from '@core/analyses/questionnaire-scores';
import {
  type QuestionnaireScaleId,
  questionnaireScaleIds,
  questionnaireScales,
} from '@core/domain/questionnaire';
import { questionnaireRows } from '@data/queries/questionnaire-rows';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { useFigureExport } from '@session/use-figure-export';
import { useCohort, useUrlChoice } from '@session/use-url';
import { QuestionnaireFigure, questionnaireTitle } from '@view/figures/QuestionnaireFigure';
import { ChoiceField } from '@view/ui/ChoiceField';
import { useMemo } from 'react';
import { CodedFigure } from './CodedFigure';
import styles from './practice-trends.module.css';

const usualScale = 'global_health';

/** What patients answer to questionnaires: all together, by the first treatment, and by whether a TKI is taken. */
export function VoiceFigures() {
  const { say } = useWords();
  const [scale = usualScale, setScale] = useUrlChoice('scale');
  return (
    <>
      <div className={styles.tools}>
        <ChoiceField
          label={say('voice.scale')}
          options={questionnaireScaleIds.map((id) => ({
            id,
            label: `${questionnaireScales[id].instrument} – ${say(`voice.scale.${id}`)}`,
          }))}
          chosen={scale}
          onChoose={(id) => setScale(id === usualScale ? undefined : id)}
        />
      </div>
      <div className={styles.grid}>
        {[null, ...questionnaireGroups].map((groupBy) => (
          <VoiceFigure key={groupBy} scale={scale} groupBy={groupBy} />
        ))}
      </div>
    </>
  );
}

interface Props {
  readonly scale: QuestionnaireScaleId;
  readonly groupBy: QuestionnaireGroup | null;
}

function VoiceFigure({ scale, groupBy }: Props) {
  const words = useWords();
  const { cohort } = useCohort();
  const isRecorded = useExtract().has('prom');
  const question = useMemo(() => ({ cohort, scale, groupBy }), [cohort, scale, groupBy]);
  const leaving = useFigureExport('questionnaire', { scale, by: groupBy ?? 'none' }, cohort);
  return (
    <CodedFigure
      title={questionnaireTitle(words, scale, groupBy)}
      question={questionnaireRows}
      parameters={question}
      leaving={leaving}
    >
      {(state) => (
        <QuestionnaireFigure scale={scale} groupBy={groupBy} state={state} isRecorded={isRecorded} />
      )}
    </CodedFigure>
  );
}
