import { releasedTableOne } from '@core/analyses/released-table-one';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { releasedText } from '@core/disclosure/released';
import type { TableOneAnswer } from '@data/queries/table-one';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { copyText, saveFile } from '@session/save-file';
import { useExtract } from '@session/use-extract';
import { usePolicy } from '@session/use-policy';
import { type TableContext, tableOneCsv, tableOneHtml, tableOneTabs } from '@view/figures/table-one-export';
import type { NumberLook } from '@view/figures/table-one-text';
import { Button } from '@view/ui/Button';
import { useState } from 'react';
import styles from './comparison-view.module.css';
import type { ComparedGroup } from './use-comparison';

interface Props {
  readonly answer: TableOneAnswer;
  readonly chosen: readonly ComparedGroup[];
  readonly look: NumberLook;
}

const kinds = ['csv', 'html', 'doc'] as const;

/** Table 1 as a file or on the clipboard; made when asked for, from released numbers. */
export function TableOneExport({ answer, chosen, look }: Props) {
  const words = useWords();
  const { say } = words;
  const [said, setSaid] = useState('');
  const { policy } = usePolicy();
  const { samples } = useExtract();
  const prepared = (inForce: DisclosurePolicy) => {
    const context: TableContext = {
      names: chosen.map(({ name }) => name),
      definitions: chosen.flatMap(({ name, cohort }) =>
        cohort === null ? [] : [{ name, sentences: cohortDescription(words, cohort) }],
      ),
      look,
      tests: answer.question.tests,
      samples,
    };
    return { released: releasedTableOne(answer.table, answer.groups, answer.counts, inForce), context };
  };
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  const save = (kind: (typeof kinds)[number]) => {
    const { released, context } = prepared(policy);
    const text = kind === 'csv' ? tableOneCsv : tableOneHtml;
    saveFile(
      say('comparison.tableOne'),
      kind,
      releasedText(released, (table) => text(table, words, context)),
    );
  };
  const copy = async () => {
    const { released, context } = prepared(policy);
    const copied = await copyText(
      releasedText(released, (table) => tableOneTabs(table, words, context)),
      releasedText(released, (table) => tableOneHtml(table, words, context)),
    );
    setSaid(say(copied ? 'comparison.copied' : 'comparison.notCopied'));
  };
  return (
    <div role="group" aria-label={say('comparison.export')} className={styles.export}>
      <span className={styles.exportLabel} aria-hidden="true">
        {say('comparison.export')}
      </span>
      {kinds.map((kind) => (
        <Button key={kind} onPress={() => save(kind)}>
          {say(`comparison.export.${kind}`)}
        </Button>
      ))}
      <Button onPress={() => void copy()}>{say('comparison.export.copy')}</Button>
      <span role="status" className={styles.hint}>
        {said}
      </span>
    </div>
  );
}
