import { roundedWith } from '@core/disclosure/policy';
import { releasedText } from '@core/disclosure/released';
import { cohortCharts } from '@data/queries/cohort-charts';
import { cohortDescription } from '@language/cohort-description';
import { anchorText, ruleSentence } from '@language/cohort-sentence';
import { sampleNotes } from '@language/sample-note';
import { useWords } from '@language/use-words';
import { saveFile } from '@session/save-file';
import { bundleName } from '@session/use-export';
import { useExtract } from '@session/use-extract';
import { useFigureCode } from '@session/use-figure-code';
import { useFlowExport } from '@session/use-flow-export';
import { usePolicy } from '@session/use-policy';
import { useCohort } from '@session/use-url';
import { FlowDrawing } from '@view/charts/FlowDrawing';
import { flowLayout, flowSvg } from '@view/charts/flow-layout';
import { ExportMaking } from '@view/figures/ExportMaking';
import { FigureCode } from '@view/figures/FigureCode';
import { exactFlow, flowLines, releasedFlowText } from '@view/figures/flow-text';
import { useMaking } from '@view/figures/use-making';
import { Button } from '@view/ui/Button';
import { DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { FigureFrame } from '@view/ui/FigureFrame';
import { PendingPanel } from '@view/ui/PendingPanel';
import { memo, useMemo } from 'react';
import { useExplorerCounts } from '../explorer-counts';
import styles from './flow-panel.module.css';

/** Width of the picture that is saved, in pixels. */
const savedWidth = 860;

/** The way from all patients to the cohort as papers draw it: picture, text and table, and files in released numbers. */
export const FlowPanel = memo(function FlowPanel() {
  const { counts, refreshing } = useExplorerCounts();
  const words = useWords();
  const { say } = words;
  const title = say('flow.title');
  const shown = useMemo(
    () => (counts === null ? null : exactFlow(words, counts.cohort, counts.attrition)),
    [counts, words],
  );
  const { policy } = usePolicy();
  const { samples } = useExtract();
  const { cohort: asked } = useCohort();
  const code = useFigureCode({
    title,
    question: cohortCharts,
    parameters: useMemo(() => ({ cohort: asked, facts: [] }), [asked]),
  });
  const saved = useMemo(() => {
    if (counts === null || policy === null) return null;
    const flow = releasedFlowText(words, counts.cohort, counts.attrition, policy);
    const note = [...sampleNotes(words, samples), say('flow.released', roundedWith(policy))].join(' ');
    return {
      cohort: counts.cohort,
      attrition: counts.attrition,
      svg: releasedText(flow, ({ first, steps }) =>
        flowSvg(flowLayout(first, steps, savedWidth), `${title}. ${note}`),
      ),
      txt: releasedText(flow, (text) => [title, '', ...flowLines(text), '', note, ''].join('\n')),
    };
  }, [counts, words, say, title, policy, samples]);
  const makeFlow = useFlowExport();
  const making = useMaking();
  const save = (kind: 'svg' | 'txt') => {
    if (saved === null) return;
    const name = bundleName(title);
    making.run((watch) =>
      makeFlow(
        {
          title,
          cohort: saved.cohort,
          attrition: saved.attrition,
          cohortText: cohortDescription(words, saved.cohort).join(' '),
          file: `${name}.${kind}`,
          save: () => saveFile(name, kind, saved[kind]),
        },
        watch,
      ),
    );
  };
  if (counts === null || shown === null) return <PendingPanel label={say('figure.asking')} height={480} />;
  const { cohort, attrition } = counts;
  const number = (value: number) => words.number(value);
  const rows = attrition.steps.map((step, k) => {
    const rule = cohort.rules[k - 1];
    const index = say('rule.index', { anchor: anchorText(words, cohort.index) });
    return { ...step, name: rule === undefined ? index : ruleSentence(words, rule) };
  });
  return (
    <FigureCode code={code}>
      <FigureFrame
        title={title}
        refreshing={refreshing}
        tableLabel={say('figure.table')}
        controls={
          saved === null ? null : (
            <>
              <Button isBusy={making.progress !== null} onPress={() => save('svg')}>
                {say('flow.saveSvg')}
              </Button>
              <Button isBusy={making.progress !== null} onPress={() => save('txt')}>
                {say('flow.saveText')}
              </Button>
              {policy === null ? null : <ExportMaking making={making} threshold={policy.threshold} />}
            </>
          )
        }
        notes={<p>{say('flow.note')}</p>}
        table={
          <DataTable
            caption={say('figure.tableOf', { title })}
            captionHidden
            rows={rows}
            columns={[
              { id: 'name', header: say('flow.step'), cell: (row) => row.name },
              {
                id: 'entering',
                header: say('flow.entering'),
                cell: (row) => number(row.entering),
                numeric: true,
              },
              {
                id: 'notMet',
                header: say('flow.notMetHead'),
                cell: (row) => number(row.notMet),
                numeric: true,
              },
              {
                id: 'unknown',
                header: say('explorer.notKnown'),
                cell: (row) => number(row.unknown),
                numeric: true,
              },
              {
                id: 'leaving',
                header: say('flow.leaving'),
                cell: (row) => number(row.leaving),
                numeric: true,
              },
              {
                id: 'remaining',
                header: say('flow.remains'),
                cell: (row) => number(row.remaining),
                numeric: true,
              },
              {
                id: 'only',
                header: say('flow.only'),
                cell: (row) => number(row.failsOnlyThis),
                numeric: true,
              },
            ]}
          />
        }
      >
        <FlowDrawing first={shown.first} steps={shown.steps} label={title} />
        <Expander label={say('flow.asText')} level={3} look="link">
          <ol className={styles.list}>
            <li>{shown.first.join(' ')}</li>
            {shown.steps.map(({ excluded, remaining }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is named by its place.
              <li key={at}>
                {remaining.join(' ')}
                <ul className={styles.reasons}>
                  <li>{excluded.join(' · ')}</li>
                </ul>
              </li>
            ))}
          </ol>
        </Expander>
      </FigureFrame>
    </FigureCode>
  );
});
