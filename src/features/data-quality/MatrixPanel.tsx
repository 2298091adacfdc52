import { qualityMatrix } from '@core/analyses/quality-matrix';
import { ruleFindings } from '@core/analyses/quality-report';
import type { QualityCounts } from '@core/domain/rule-count';
import { ruleCountsBy } from '@data/queries/quality/rule-counts';
import { contractRuleColumn, contractRuleSentence } from '@language/contract-rule';
import { useWords } from '@language/use-words';
import { contractRules } from '@session/contract-rules';
import { markFigureDrawn } from '@session/redraw-clock';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useUrlChoice } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { QualityMatrixFigure } from '@view/figures/QualityMatrixFigure';
import { Notice } from '@view/ui/Notice';
import { Segments } from '@view/ui/Segments';
import { useCallback, useMemo } from 'react';

const drawn = () => markFigureDrawn('quality-matrix');

interface Props {
  readonly of: 'rules' | 'completeness';
  readonly quality: QualityCounts;
}

/** Where rules are broken, or where what is missing: by centre or by year of diagnosis. */
export function MatrixPanel({ of, quality }: Props) {
  const { say, language } = useWords();
  const [split = 'centre', setSplit] = useUrlChoice('across');
  const matrix = useMemo(() => {
    const shown = ruleFindings(contractRules, quality).filter(({ rule, verdict, found }) => {
      if (verdict === 'unchecked') return false;
      const isCompleteness = rule.dimension === 'completeness';
      return of === 'completeness' ? isCompleteness : !isCompleteness && (found?.broken ?? 0) > 0;
    });
    return qualityMatrix(
      shown.map(({ rule }) => rule.id),
      quality,
      split,
    );
  }, [quality, of, split]);
  const name = useCallback((id: string) => contractRuleSentence(id, language), [language]);
  const { has } = useExtract();
  const title = say(`quality.matrix.${of}.${split}`);
  const code = useFigureCode({
    title,
    question: useMemo(() => ruleCountsBy(split, has), [split, has]),
    parameters: null,
  });
  if (matrix.rows.length === 0) return <Notice tone="info" title={say('quality.nothing')} />;
  return (
    <FigureCode code={code}>
      <QualityMatrixFigure
        title={title}
        matrix={matrix}
        ruleName={name}
        ruleColumn={contractRuleColumn}
        onDrawn={drawn}
        controls={
          <Segments
            label={say('quality.across')}
            options={(['centre', 'year'] as const).map((id) => ({ id, label: say(`quality.across.${id}`) }))}
            chosen={split}
            onChoose={(id) => setSplit(id === 'centre' ? undefined : id)}
          />
        }
      />
    </FigureCode>
  );
}
