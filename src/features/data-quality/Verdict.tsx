import type { RuleFinding } from '@core/analyses/quality-report';
import type { QualityCounts } from '@core/domain/rule-count';
import { useWords } from '@language/use-words';
import styles from './data-quality.module.css';

interface Props {
  readonly findings: readonly RuleFinding[];
  readonly quality: QualityCounts;
}

/** The verdict on the whole extract in two sentences. */
export function Verdict({ findings, quality }: Props) {
  const { say } = useWords();
  const broken = (severity: string) =>
    findings.filter(({ rule, verdict }) => verdict === 'broken' && rule.severity === severity).length;
  const warnings = broken('warning');
  return (
    <section className={styles.panel} aria-labelledby="verdict">
      <h2 id="verdict">{say('quality.verdictTitle')}</h2>
      <p className={warnings === 0 ? styles.good : styles.warned}>
        <span aria-hidden="true">{warnings === 0 ? '✓' : '!'}</span>
        <span>
          {say('quality.verdictText', {
            rules: findings.length,
            kept: findings.filter(({ verdict }) => verdict === 'kept').length,
            warnings,
            infos: broken('info'),
            unjudged: findings.filter(({ verdict }) => verdict === 'empty' || verdict === 'unchecked').length,
          })}{' '}
          {say('quality.warned', { warned: quality.warned, patients: quality.patients })}
        </span>
      </p>
    </section>
  );
}
