import { useWords } from '@language/use-words';
import type { MethodCheck } from '@session/use-reference-check';
import { Notice } from '@view/ui/Notice';
import { deviationText } from './deviation-text';
import styles from './numbers-view.module.css';

/** Cases named per method: a broken method can lose all of its hundreds. */
const named = 10;

/** The red state: which cases fell out, of which method, by how much. */
export function Disagreements({ methods }: { readonly methods: readonly MethodCheck[] }) {
  const { say } = useWords();
  return (
    <Notice tone="danger" title={say('numbers.disagree')}>
      <ul className={styles.fallen}>
        {methods.map((check) => (
          <MethodLines key={check.method} check={check} />
        ))}
      </ul>
    </Notice>
  );
}

function MethodLines({ check }: { readonly check: MethodCheck }) {
  const { say, number } = useWords();
  const method = say(`numbers.method.${check.method}`);
  if (check.kind !== 'judged') return <li>{say('numbers.unreadableMethod', { method })}</li>;
  const { fallen, tolerance } = check.verdict;
  return (
    <>
      {fallen.slice(0, named).map(({ id, at, deviation }) => (
        <li key={id}>
          {at === ''
            ? say('numbers.fallenCase', { method, case: id })
            : say('numbers.fallen', {
                method,
                case: id,
                at,
                deviation: deviationText(number, deviation),
                tolerance: deviationText(number, tolerance),
              })}
        </li>
      ))}
      {fallen.length <= named ? null : <li>{say('numbers.moreFallen', { count: fallen.length - named })}</li>}
    </>
  );
}
