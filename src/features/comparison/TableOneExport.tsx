import type { ReleasedTableOne } from '@core/analyses/released-table-one';
import { type Released, releasedText } from '@core/disclosure/released';
import type { TableOneAnswer } from '@data/queries/table-one';
import { cohortDescription } from '@language/cohort-description';
import { useWords } from '@language/use-words';
import { copyText, saveFile } from '@session/save-file';
import { bundleName } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { usePolicy } from '@session/use-policy';
import { useTableOneExport } from '@session/use-table-one-export';
import { ExportMaking } from '@view/figures/ExportMaking';
import { type TableContext, tableOneCsv, tableOneHtml, tableOneTabs } from '@view/figures/table-one-export';
import type { NumberLook } from '@view/figures/table-one-text';
import { type ExportWatch, useMaking } from '@view/figures/use-making';
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

/** Table 1 as a file or on the clipboard; made when asked for, from numbers released beside those that have left. */
export function TableOneExport({ answer, chosen, look }: Props) {
  const words = useWords();
  const { say } = words;
  const [said, setSaid] = useState('');
  const { policy } = usePolicy();
  const { samples } = useExtract();
  const makeTable = useTableOneExport();
  const making = useMaking();
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  const context: TableContext = {
    names: chosen.map(({ name }) => name),
    definitions: chosen.flatMap(({ name, cohort }) =>
      cohort === null ? [] : [{ name, sentences: cohortDescription(words, cohort) }],
    ),
    look,
    tests: answer.question.tests,
    samples,
    policy,
  };
  const title = say('comparison.tableOne');
  const wanted = { title, cohortText: context.names.join(' · '), answer };
  const save = (kind: (typeof kinds)[number]) => async (watch: ExportWatch) => {
    const text = kind === 'csv' ? tableOneCsv : tableOneHtml;
    const leave = async (released: Released<ReleasedTableOne>) => {
      const written = releasedText(released, (table) => text(table, words, context));
      saveFile(bundleName(title), kind, written);
      return true;
    };
    return makeTable({ ...wanted, way: `${bundleName(title)}.${kind}`, leave }, watch);
  };
  const copy = async (watch: ExportWatch) => {
    const leave = (released: Released<ReleasedTableOne>) =>
      copyText(
        releasedText(released, (table) => tableOneTabs(table, words, context)),
        releasedText(released, (table) => tableOneHtml(table, words, context)),
      );
    const outcome = await makeTable({ ...wanted, way: say('exports.clipboard'), leave }, watch);
    if (outcome.refusal !== null) return outcome;
    setSaid(say(outcome.files > 0 ? 'comparison.copied' : 'comparison.notCopied'));
    return null;
  };
  const run = (make: (watch: ExportWatch) => ReturnType<typeof copy>) => {
    setSaid('');
    making.run(make);
  };
  const isMaking = making.progress !== null;
  return (
    <div role="group" aria-label={say('comparison.export')} className={styles.export}>
      <span className={styles.exportLabel} aria-hidden="true">
        {say('comparison.export')}
      </span>
      {kinds.map((kind) => (
        <Button key={kind} isBusy={isMaking} onPress={() => run(save(kind))}>
          {say(`comparison.export.${kind}`)}
        </Button>
      ))}
      <Button isBusy={isMaking} onPress={() => run(copy)}>
        {say('comparison.export.copy')}
      </Button>
      <span role="status" className={styles.hint}>
        {said}
      </span>
      <ExportMaking making={making} threshold={policy.threshold} />
    </div>
  );
}
