import { type RuleFinding, ruleFindings } from '@core/analyses/quality-report';
import type { QualityRule } from '@core/domain/quality-rule';
import type { QualityCounts } from '@core/domain/rule-count';
import { ruleCountsBy } from '@data/queries/quality/rule-counts';
import { contractRuleColumn, contractRuleSentence } from '@language/contract-rule';
import { useWords } from '@language/use-words';
import { contractRules } from '@session/contract-rules';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useUrlChoice } from '@session/use-url';
import { CodePanel } from '@view/figures/CodePanel';
import type { DataColumn } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { useMemo } from 'react';
import { CentralCheck } from './CentralCheck';
import styles from './data-quality.module.css';
import { TablePanel } from './TablePanel';
import { Verdict } from './Verdict';
import { VerdictTable } from './VerdictTable';

function RulesCode() {
  const { say } = useWords();
  const { has } = useExtract();
  const question = useMemo(() => ruleCountsBy('all', has), [has]);
  return <CodePanel code={useFigureCode({ title: say('quality.rulesTitle'), question, parameters: null })} />;
}

/** The verdict, and every rule as a sentence with what it found. */
export function RulesPanel({ quality }: { readonly quality: QualityCounts }) {
  const words = useWords();
  const { say } = words;
  const findings = useMemo(() => ruleFindings(contractRules, quality), [quality]);
  const [shown = 'broken', setShown] = useUrlChoice('rules');
  const rows = shown === 'all' ? findings : findings.filter(({ verdict }) => verdict === 'broken');
  const columns = useMemo((): readonly DataColumn<RuleFinding<QualityRule>>[] => {
    const { number, percent, language } = words;
    const counted = (count: number | undefined) => (count === undefined ? '–' : number(count));
    return [
      {
        id: 'rule',
        header: say('quality.rule'),
        cell: ({ rule }) => contractRuleSentence(rule.id, language),
        wide: true,
      },
      {
        id: 'severity',
        header: say('quality.severity'),
        cell: ({ rule }) => say(`quality.severity.${rule.severity}`),
      },
      {
        id: 'verdict',
        header: say('quality.verdict'),
        cell: ({ verdict }) => say(`quality.verdict.${verdict}`),
      },
      {
        id: 'broken',
        header: say('quality.broken'),
        cell: ({ found }) => counted(found?.broken),
        numeric: true,
      },
      {
        id: 'judged',
        header: say('quality.judged'),
        cell: ({ found }) => counted(found?.judged),
        numeric: true,
      },
      {
        id: 'share',
        header: say('quality.share'),
        cell: ({ found }) =>
          found === null || found.judged === 0 ? '–' : percent(found.broken / found.judged, 1),
        numeric: true,
      },
      {
        id: 'limit',
        header: say('quality.limit'),
        cell: ({ rule }) => (rule.atMostPercent === null ? '0' : percent(rule.atMostPercent / 100)),
        numeric: true,
      },
      {
        id: 'touched',
        header: say('quality.touched'),
        cell: ({ found }) => counted(found?.touched),
        numeric: true,
      },
      { id: 'column', header: say('quality.column'), cell: ({ rule }) => contractRuleColumn(rule.id) },
      {
        id: 'dimension',
        header: say('quality.dimension'),
        cell: ({ rule }) => say(`quality.dimension.${rule.dimension}`),
      },
    ];
  }, [words, say]);
  return (
    <div className={styles.screen}>
      <Verdict findings={findings} quality={quality} />
      <CentralCheck findings={findings} />
      <TablePanel
        id="rules"
        title={say('quality.rulesTitle')}
        lead={say('quality.rulesLead')}
        segments={{
          label: say('quality.shown'),
          labelHidden: true,
          options: (['broken', 'all'] as const).map((id) => ({ id, label: say(`quality.shown.${id}`) })),
          chosen: shown,
          onChoose: (id) => setShown(id === 'broken' ? undefined : id),
        }}
        caption={say('quality.rulesTitle')}
        columns={columns}
        rows={rows}
        below={
          <Expander label={say('code.show')} level={3} look="link">
            <RulesCode />
          </Expander>
        }
      />
      <VerdictTable findings={findings} />
    </div>
  );
}
