import { centralCheck, type RuleFinding } from '@core/analyses/quality-report';
import { useWords } from '@language/use-words';
import { useUrlChoice } from '@session/use-url';
import { Toggle } from '@view/ui/Toggle';
import styles from './data-quality.module.css';

/** What the central biology check said of the samples. */
export function CentralCheck({ findings }: { readonly findings: readonly RuleFinding[] }) {
  const { say, number, percent } = useWords();
  const [samples, setSamples] = useUrlChoice('samples');
  const check = centralCheck(findings);
  if (check === null) return null;
  return (
    <section className={styles.panel} aria-labelledby="central-check">
      <h2 id="central-check">{say('quality.centralCheck')}</h2>
      <div>
        <Toggle
          label={say('quality.validatedOnly')}
          isOn={samples === 'validated'}
          onChange={(on) => setSamples(on ? 'validated' : undefined)}
        />
        <p className={styles.lead}>
          {say('quality.validatedOnlyNote')} {say('quality.validatedOnlyScope')}
        </p>
      </div>
      <dl className={styles.facts}>
        {(['validated', 'pending', 'rejected'] as const).map((verdict) => (
          <div key={verdict}>
            <dt>{say(`quality.check.${verdict}`)}</dt>
            <dd>
              {say('quality.checkCount', {
                count: number(check[verdict]),
                samples: number(check.samples),
                share: check.samples === 0 ? '–' : percent(check[verdict] / check.samples, 1),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
