import { useWords } from '@language/use-words';
import type { MethodCheck } from '@session/use-reference-check';
import { memo } from 'react';
import { isDisagreeing } from './check-summary';
import { deviationText } from './deviation-text';
import styles from './numbers-view.module.css';

/** One row per method: how far it is from R, and whether that is within its tolerance. */
export function MethodTable({ methods }: { readonly methods: readonly MethodCheck[] }) {
  const { say } = useWords();
  return (
    // The frame scrolls sideways on a narrow screen, and the keyboard has to reach what it hides.
    <section className={styles.frame} tabIndex={0} aria-label={say('numbers.table')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('numbers.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('numbers.method')}</th>
            <th scope="col">{say('numbers.state')}</th>
            {(['cases', 'values', 'largest', 'tolerance'] as const).map((name) => (
              <th key={name} scope="col" className={styles.numeric}>
                {say(`numbers.${name}`)}
              </th>
            ))}
            <th scope="col">{say('numbers.versions')}</th>
          </tr>
        </thead>
        <tbody>
          {methods.map((check) => (
            <MethodRow key={check.method} check={check} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Progress touches one row at a time; the others are not drawn again. */
const MethodRow = memo(function MethodRow({ check }: { readonly check: MethodCheck }) {
  const { say, number } = useWords();
  const verdict = check.kind === 'judged' ? check.verdict : null;
  const numbers =
    verdict === null
      ? ['', '', '', '']
      : [
          number(verdict.cases),
          number(verdict.values),
          deviationText(number, verdict.largest),
          deviationText(number, verdict.tolerance),
        ];
  return (
    <tr data-state={isDisagreeing(check) ? 'off' : check.kind}>
      <th scope="row">{say(`numbers.method.${check.method}`)}</th>
      <td className={styles.state}>{useStateText(check)}</td>
      {(['cases', 'values', 'largest', 'tolerance'] as const).map((name, index) => (
        <td key={name} className={styles.numeric}>
          {numbers[index]}
        </td>
      ))}
      <td>{verdict === null ? '' : versionText(verdict.versions)}</td>
    </tr>
  );
});

function useStateText(check: MethodCheck): string {
  const { say } = useWords();
  if (check.kind === 'working') {
    return say('numbers.state.working', { done: check.done, cases: check.cases });
  }
  if (check.kind === 'judged') return say(`numbers.state.${isDisagreeing(check) ? 'off' : 'agrees'}`);
  return say(`numbers.state.${check.kind}`);
}

/** «R 4.2.2, survival 3.5.3»; a file may hold R's whole sentence about itself. */
function versionText(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version.match(/\d[\d.-]*/)?.[0] ?? version}`)
    .join(', ');
}
