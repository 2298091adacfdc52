import { tableOneFacts } from '@core/analyses/table-one';
import { defaultPolicy, roundedWith } from '@core/disclosure/policy';
import { tableOne } from '@data/queries/table-one';
import { useWords } from '@language/use-words';
import { factsOfText, rowsParameter, urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { usePolicy } from '@session/use-policy';
import { useUrlChoice, useUrlParameter } from '@session/use-url';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureState } from '@view/figures/FigureState';
import { TableOneTable } from '@view/figures/TableOneTable';
import { tableNotes } from '@view/figures/table-one-text';
import { CheckMark } from '@view/ui/CheckMark';
import { FigureFrame } from '@view/ui/FigureFrame';
import { Segments } from '@view/ui/Segments';
import { useDeferredValue, useMemo } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './comparison-view.module.css';
import { FactRows } from './FactRows';
import { TableOneExport } from './TableOneExport';
import type { ComparedGroup } from './use-comparison';

const looks = urlChoices.numbers;

/** Table 1, its choices, and the way out through disclosure control. */
export function TableOneSection({ chosen }: { readonly chosen: readonly ComparedGroup[] }) {
  const words = useWords();
  const { say } = words;
  const [asked] = useUrlParameter(rowsParameter);
  const [numbers, setNumbers] = useUrlChoice('numbers');
  const [p, setP] = useUrlChoice('p');
  const look = numbers ?? 'median';
  const tests = p === 'shown';
  const facts = useMemo(() => (asked === undefined ? null : factsOfText(asked)) ?? tableOneFacts, [asked]);
  const question = useDeferredValue(
    useMemo(
      () => ({
        cohorts: chosen.flatMap(({ cohort }) => (cohort === null ? [] : [cohort])),
        withRest: chosen.some(({ cohort }) => cohort === null),
        facts,
        tests,
      }),
      [chosen, facts, tests],
    ),
  );
  const state = useAnswer(tableOne, question);
  const code = useFigureCode({ title: say('comparison.tableOne'), question: tableOne, parameters: question });
  const { policy } = usePolicy();
  const answer = state.kind === 'answered' ? state.answer : null;
  const names = chosen.map(({ name }) => name);
  const isWhole = answer !== null && answer.groups.length === names.length;
  return (
    <FigureCode code={code}>
      <FigureFrame
        title={say('comparison.tableOne')}
        refreshing={state.kind === 'answered' && state.refreshing}
        tableLabel={say('figure.table')}
        controls={
          <>
            <Segments
              label={say('comparison.numbers')}
              options={looks.map((id) => ({ id, label: say(`comparison.numbers.${id}`) }))}
              chosen={look}
              onChoose={(id) => setNumbers(id === 'median' ? undefined : id)}
            />
            <Checkbox
              className={styles.option ?? ''}
              isSelected={tests}
              onChange={(wanted) => setP(wanted ? 'shown' : undefined)}
            >
              <CheckMark />
              <span>{say('comparison.tests')}</span>
            </Checkbox>
          </>
        }
        notes={
          <>
            {answer === null
              ? null
              : tableNotes(words, answer.table, { look, tests, groups: names.length }).map((note) => (
                  <p key={note}>{note}</p>
                ))}
            <p>{say('comparison.note.exact', roundedWith(policy ?? defaultPolicy))}</p>
          </>
        }
      >
        <FigureState
          state={state}
          height={320}
          empty={facts.length === 0}
          emptyText={say('comparison.noFacts')}
        >
          {isWhole ? (
            <TableOneTable table={answer.table} names={names} words={words} look={look} tests={tests} />
          ) : null}
        </FigureState>
        <div className={styles.under}>
          {isWhole && state.kind === 'answered' && !state.refreshing ? (
            <TableOneExport answer={answer} chosen={chosen} look={look} />
          ) : null}
          <FactRows facts={facts} />
        </div>
      </FigureFrame>
    </FigureCode>
  );
}
