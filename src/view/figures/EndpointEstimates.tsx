import type { EndpointSurvival } from '@core/analyses/endpoint-survival';
import type { Words } from '@language/use-words';
import { DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { type EstimateTable, endpointEstimates } from './endpoint-estimates';
import type { EndpointView } from './endpoint-words';

interface Props {
  readonly survival: EndpointSurvival;
  readonly view: EndpointView;
  readonly words: Words;
}

/** What is shown as numbers: landmark values of the curves that are drawn, and how they differ from the first one. */
export function EndpointEstimates({ survival, view, words }: Props) {
  const tables = useMemo(() => endpointEstimates(survival, words, view), [survival, view, words]);
  return tables.map((table) =>
    table.rows.length === 0 ? null : <Estimates key={table.caption} table={table} />,
  );
}

function Estimates({ table: { caption, rows } }: { readonly table: EstimateTable }) {
  const columns = useMemo(
    () =>
      Object.keys(rows[0] ?? {}).map((head, place) => ({
        id: head,
        header: head,
        cell: (row: Readonly<Record<string, string>>) => row[head] ?? '–',
        numeric: place > 0,
      })),
    [rows],
  );
  return <DataTable caption={caption} columns={columns} rows={rows} />;
}
