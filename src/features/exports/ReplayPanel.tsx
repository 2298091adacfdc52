import type { ExportManifest } from '@core/analyses/export-manifest';
import { turnoverOf } from '@core/analyses/patient-turnover';
import { type ReplayedNumber, verdictCounts } from '@core/analyses/replayed-numbers';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { presentTables } from '@data/queries/derived/present-tables';
import { replayExport } from '@data/queries/replay-export';
import { jsonFaultText } from '@language/json-fault-text';
import { releasedCountText } from '@language/released-text';
import { useWords, type Words } from '@language/use-words';
import { type ExportFileFault, mostExportBytes, readExportFile } from '@session/read-export-file';
import { fitInWorker } from '@session/use-endpoint-model';
import { type ExportTurnover, useExportTurnover } from '@session/use-export-turnover';
import { useExtract } from '@session/use-extract';
import { EarlierExtractField } from '@view/figures/EarlierExtractField';
import { Button } from '@view/ui/Button';
import { DataTable } from '@view/ui/DataTable';
import { Notice } from '@view/ui/Notice';
import { Toggle } from '@view/ui/Toggle';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import styles from './exports-view.module.css';

type Replay =
  | { readonly kind: 'replaying' | 'failed' }
  | { readonly kind: 'refused'; readonly file: string; readonly fault: ExportFileFault }
  | {
      readonly kind: 'replayed';
      readonly title: string;
      readonly manifest: ExportManifest;
      readonly sameExtract: boolean;
      readonly numbers: readonly ReplayedNumber[];
    };

/** An earlier export on the open extract, number by number. */
export function ReplayPanel({ policy }: { readonly policy: DisclosurePolicy | null }) {
  const { say } = useWords();
  const extract = useExtract();
  const [replay, setReplay] = useState<Replay | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const replayOf = async (
    file: File,
    inForce: DisclosurePolicy,
    { signal }: AbortController,
  ): Promise<Replay> => {
    const { manifest, fault } = await readExportFile(file);
    if (manifest === null) return { kind: 'refused', file: file.name, fault };
    const asked = { engine: extract.allSamples, present: presentTables(extract.tables) };
    const numbers = await replayExport(asked, manifest, inForce, { signal, fitModel: fitInWorker });
    const { fingerprint } = manifest.source;
    const sameExtract = fingerprint !== null && fingerprint === extract.fingerprint;
    return { kind: 'replayed', title: file.name, manifest, sameExtract, numbers };
  };
  const open = async (file: File) => {
    if (policy === null) return;
    running.current?.abort();
    const here = new AbortController();
    running.current = here;
    setReplay({ kind: 'replaying' });
    const found = await replayOf(file, policy, here).catch((): Replay => ({ kind: 'failed' }));
    // Of the file that was chosen last, whichever was done first.
    if (!here.signal.aborted) setReplay(found);
  };
  return (
    <section className={styles.panel} aria-labelledby="replay">
      <h2 id="replay">{say('exports.replay')}</h2>
      <p>{say('exports.replayIntro')}</p>
      <FileTrigger
        acceptedFileTypes={['.zip', '.json']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file !== undefined) void open(file);
        }}
      >
        <Button isDisabled={policy === null}>{say('exports.replayOpen')}</Button>
      </FileTrigger>
      {replay === null ? null : <ReplayAnswer replay={replay} policy={policy} />}
    </section>
  );
}

interface AnswerProps {
  readonly replay: Replay;
  readonly policy: DisclosurePolicy | null;
}

function ReplayAnswer({ replay, policy }: AnswerProps) {
  const words = useWords();
  const { say } = words;
  switch (replay.kind) {
    case 'replaying':
      return <p role="status">{say('exports.replaying')}</p>;
    case 'failed':
      return <Notice tone="danger" title={say('exports.replayFailed')} />;
    case 'refused':
      return (
        <Notice tone="danger" title={say('exports.replayRefused', { file: replay.file })}>
          <p>{faultText(words, replay.fault)}</p>
        </Notice>
      );
    case 'replayed':
      return <Replayed {...replay} policy={policy} />;
  }
}

type ReplayedProps = Extract<Replay, { readonly kind: 'replayed' }> & Pick<AnswerProps, 'policy'>;

function Replayed({ title, manifest, sameExtract, numbers, policy }: ReplayedProps) {
  const words = useWords();
  const { say } = words;
  const [onlyChanged, setOnlyChanged] = useState(false);
  const { reading, found, compare, cancel } = useExportTurnover(manifest, policy);
  const counts = verdictCounts(numbers);
  const columns = useMemo(() => {
    const value = (number: number | null) =>
      number === null ? '' : words.number(number, { maximumFractionDigits: 4 });
    return [
      { id: 'path', header: say('exports.number'), cell: ({ path }: ReplayedNumber) => path },
      {
        id: 'verdict',
        header: say('exports.verdict'),
        cell: ({ verdict }: ReplayedNumber) => say(`exports.verdict.${verdict}`),
      },
      {
        id: 'from',
        header: say('exports.from'),
        cell: ({ from }: ReplayedNumber) => value(from),
        numeric: true,
      },
      { id: 'to', header: say('exports.to'), cell: ({ to }: ReplayedNumber) => value(to), numeric: true },
      ...(found === null ? [] : turnoverColumns(found.turnover, words)),
    ];
  }, [say, words, found]);
  const rows = useMemo(
    () => (onlyChanged ? numbers.filter(({ verdict }) => verdict !== 'same') : numbers),
    [numbers, onlyChanged],
  );
  return (
    <>
      <Notice
        tone="info"
        title={say('exports.replayed', {
          same: counts.same,
          changed: counts.changed,
          lost: counts['not-computable'],
          fresh: counts.new,
        })}
      >
        <p>{say(sameExtract ? 'exports.sameExtract' : 'exports.otherExtract')}</p>
      </Notice>
      <p>{say('exports.turnoverIntro')}</p>
      <EarlierExtractField reading={reading} onFiles={compare} onCancel={cancel} />
      {found === null ? null : (
        <p>{say(found.isOfExport ? 'exports.turnoverOfExport' : 'exports.turnoverOfOther')}</p>
      )}
      <Toggle label={say('exports.onlyChanged')} isOn={onlyChanged} onChange={setOnlyChanged} />
      <DataTable caption={say('exports.replayedOf', { title })} columns={columns} rows={rows} />
    </>
  );
}

/** Who entered and left the patients behind a number, in counts that may leave. */
function turnoverColumns(turnover: ExportTurnover['turnover'], words: Words) {
  return (['entered', 'left', 'stayed'] as const).map((id) => ({
    id,
    header: words.say(`exports.turnover.${id}`),
    cell: ({ path }: ReplayedNumber) => {
      const group = turnoverOf(path, turnover);
      return group === null ? '' : releasedCountText(words, group[id]);
    },
    numeric: true,
  }));
}

function faultText(words: Words, fault: ExportFileFault): string {
  if (fault.kind === 'fault') return jsonFaultText(words, fault.fault);
  return words.say(`exports.fault.${fault.kind}`, { megabytes: mostExportBytes / 1_000_000 });
}
