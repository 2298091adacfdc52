import { type RuleFinding, tallyVerdicts, type VerdictTally } from '@core/analyses/quality-report';
import { extractTableNames } from '@core/domain/extract-tables';
import { qualityDimensions } from '@core/domain/quality-rule';
import { useWords } from '@language/use-words';
import { structuralRules } from '@session/contract-rules';
import { useExtract } from '@session/use-extract';
import { useUrlChoice } from '@session/use-url';
import type { DataColumn } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { TablePanel } from './TablePanel';

type Row = VerdictTally & { readonly name: string };

/** How many rules each table, or each dimension, keeps. */
export function VerdictTable({ findings }: { readonly findings: readonly RuleFinding[] }) {
  const { say, number } = useWords();
  const { has } = useExtract();
  const [by = 'table', setBy] = useUrlChoice('tally');
  const rows = useMemo((): readonly Row[] => {
    const structural = structuralRules.filter(({ table }) => has(table));
    return by === 'table'
      ? tallyVerdicts(findings, structural, 'table', extractTableNames).map((tally) => ({
          ...tally,
          name: tally.group,
        }))
      : tallyVerdicts(findings, structural, 'dimension', qualityDimensions).map((tally) => ({
          ...tally,
          name: say(`quality.dimension.${tally.group}`),
        }));
  }, [findings, by, say, has]);
  const columns = useMemo((): readonly DataColumn<Row>[] => {
    const counts = (['structural', 'kept', 'warnings', 'infos', 'unjudged'] as const).map(
      (id): DataColumn<Row> => ({
        id,
        header: say(`quality.tally.${id}`),
        cell: (row) => number(row[id]),
        numeric: true,
      }),
    );
    return [
      {
        id: 'name',
        header: say(by === 'table' ? 'quality.table' : 'quality.dimension'),
        cell: ({ name }) => name,
      },
      ...counts,
    ];
  }, [say, number, by]);
  return (
    <TablePanel
      id="tally"
      title={say('quality.tallyTitle')}
      lead={say('quality.tallyLead')}
      segments={{
        label: say('quality.tallyBy'),
        labelHidden: true,
        options: (['table', 'dimension'] as const).map((id) => ({ id, label: say(`quality.tallyBy.${id}`) })),
        chosen: by,
        onChoose: (id) => setBy(id === 'table' ? undefined : id),
      }}
      caption={say('quality.tallyTitle')}
      columns={columns}
      rows={rows}
    />
  );
}
