import { type DisclosurePolicy, policyLimits } from '@core/disclosure/policy';
import { useWords, type Words } from '@language/use-words';
import { type LedgerEntry, useExportLedger } from '@session/export-ledger';
import { stricterThresholds } from '@session/policy-in-force';
import { useExtract } from '@session/use-extract';
import { chooseStricter, usePolicy, useStricter } from '@session/use-policy';
import { DataTable } from '@view/ui/DataTable';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { useMemo } from 'react';
import styles from './exports-view.module.css';
import { ReplayPanel } from './ReplayPanel';

/** What left in this session, by which rules, and what has become of an earlier export. */
export function ExportsView() {
  const words = useWords();
  const { say } = words;
  const entries = useExportLedger();
  const { policy, hash, fault } = usePolicy();
  const stricter = useStricter();
  const { key } = useExtract();
  return (
    <div className={styles.screen}>
      <section className={styles.panel} aria-labelledby="ledger">
        <h2 id="ledger">{say('exports.ledger')}</h2>
        {entries.length === 0 ? (
          <p>{say('exports.ledgerEmpty')}</p>
        ) : (
          <Ledger entries={entries} threshold={policy?.threshold ?? 0} />
        )}
      </section>
      <ReplayPanel key={key} policy={policy} />
      <section className={styles.panel} aria-labelledby="policy">
        <h2 id="policy">{say('exports.policy')}</h2>
        {fault === null ? null : (
          <Notice
            tone="danger"
            title={say('exports.policyFault', { path: fault.path || 'none', expected: fault.expected })}
          />
        )}
        {policy === null ? null : (
          <>
            <OptionalChoice
              label={say('exports.stricter')}
              none={say('exports.stricter.none')}
              options={stricterThresholds.map((id) => ({
                id,
                label: say('exports.stricter.of', { threshold: Number(id) }),
              }))}
              chosen={stricter}
              onChoose={(id) => chooseStricter(id ?? null)}
            />
            <PolicyTable policy={policy} words={words} />
            <p className={styles.hash}>
              {hash === null ? say('exports.noHash') : say('exports.hash', { hash })}
            </p>
          </>
        )}
      </section>
    </div>
  );
}

function Ledger({
  entries,
  threshold,
}: {
  readonly entries: readonly LedgerEntry[];
  readonly threshold: number;
}) {
  const { say, number } = useWords();
  const columns = useMemo(() => {
    const outcome = ({ refusal, leftOut, files }: LedgerEntry) =>
      [
        refusal === null
          ? say('exports.ledger.made', { files: files.join(', ') })
          : say('exports.ledger.refused', { reason: say(`exports.refusal.${refusal}`, { threshold }) }),
        ...leftOut,
      ].join(' ');
    return [
      {
        id: 'number',
        header: say('exports.ledger.number'),
        cell: (entry: LedgerEntry) => number(entry.number),
      },
      { id: 'figure', header: say('exports.ledger.figure'), cell: ({ title }: LedgerEntry) => title },
      { id: 'cohort', header: say('exports.ledger.cohort'), cell: ({ cohort }: LedgerEntry) => cohort },
      { id: 'outcome', header: say('exports.ledger.outcome'), cell: outcome },
    ];
  }, [say, number, threshold]);
  return <DataTable caption={say('exports.ledger')} captionHidden columns={columns} rows={entries} />;
}

function PolicyTable({ policy, words }: { readonly policy: DisclosurePolicy; readonly words: Words }) {
  const { say } = words;
  const columns = useMemo(
    () => [
      { id: 'rule', header: say('exports.policy.rule'), cell: (row: { rule: string }) => row.rule },
      { id: 'value', header: say('exports.policy.value'), cell: (row: { value: string }) => row.value },
    ],
    [say],
  );
  const numbers = Object.keys(policyLimits) as readonly (keyof typeof policyLimits)[];
  const rows = [
    ...numbers.map((name) => ({
      rule: say(`exports.policy.${name}`),
      value: words.number(policy[name]),
    })),
    ...(['individualPlots', 'sqlResults'] as const).map((name) => ({
      rule: say(`exports.policy.${name}`),
      value: say(`exports.right.${policy[name]}`),
    })),
  ];
  return <DataTable caption={say('exports.policy')} captionHidden columns={columns} rows={rows} />;
}
