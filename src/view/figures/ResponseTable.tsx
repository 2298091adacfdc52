import type { MolecularResponse, VisitResponse } from '@core/analyses/molecular-response';
import type { Words } from '@language/use-words';
import { depthText } from '@view/charts/molecular-response-curve';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { curveName } from './response-words';

interface Props {
  readonly response: MolecularResponse;
  readonly title: string;
  readonly words: Words;
}

interface Row extends VisitResponse {
  readonly level: string;
}

/** Every visit of every curve: patients, quartiles, the median with its interval, undetected. */
export function ResponseTable({ response, title, words }: Props) {
  const rows = useMemo(
    () => response.curves.flatMap(({ level, visits }) => visits.map((visit): Row => ({ ...visit, level }))),
    [response],
  );
  const columns = useMemo((): readonly DataColumn<Row>[] => {
    const { number, say } = words;
    const numeric = (id: string, header: string, cell: (visit: Row) => string): DataColumn<Row> => ({
      id,
      header,
      cell,
      numeric: true,
    });
    return [
      ...(response.groupBy === null
        ? []
        : [
            {
              id: 'group',
              header: say('response.group'),
              cell: ({ level }: Row) => curveName(response, level, words),
            },
          ]),
      { id: 'month', header: say('response.visit'), cell: ({ month }) => number(month) },
      numeric('patients', say('response.patients'), ({ patients }) => number(patients)),
      numeric('lower', say('response.lowerQuartile'), ({ lowerQuartile }) =>
        depthText(lowerQuartile, number),
      ),
      numeric('median', say('response.median'), ({ median }) => depthText(median, number)),
      numeric('interval', say('response.medianInterval'), ({ medianLower, medianUpper }) =>
        say('response.to', {
          lower: depthText(medianLower, number),
          upper: depthText(medianUpper, number),
        }),
      ),
      numeric('upper', say('response.upperQuartile'), ({ upperQuartile }) =>
        depthText(upperQuartile, number),
      ),
      numeric('undetected', say('response.undetected'), ({ undetected }) => number(undetected)),
    ];
  }, [response, words]);
  return (
    <DataTable caption={words.say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />
  );
}
