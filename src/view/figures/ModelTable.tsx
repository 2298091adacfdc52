import type { EndpointModel, FittedModel, ModelRow, ModelTerm } from '@core/analyses/endpoint-model';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { pText, ratioText, rowName, termName } from './model-words';

interface Props {
  readonly model: EndpointModel;
  readonly fitted: FittedModel;
  readonly title: string;
  readonly words: Words;
}

interface Line {
  readonly term: ModelTerm;
  readonly row: ModelRow;
}

/** The lines of the forest plot with their counts, ratios and p-values. */
export function ModelTable({ model, fitted, title, words }: Props) {
  const { definition, level } = model;
  const rows = useMemo(
    () => fitted.terms.flatMap((term): Line[] => term.rows.map((row) => ({ term, row }))),
    [fitted],
  );
  const columns = useMemo((): readonly DataColumn<Line>[] => {
    const { say, number } = words;
    const heading = { ratio: say(`model.ratio.${definition.method}`), level: number(level * 100) };
    const ratio = ({ row }: Line, of: 'univariable' | 'multivariable') =>
      row.isReference ? say('model.isReference') : ratioText(row[of], words);
    return [
      {
        id: 'term',
        header: say('model.term'),
        cell: ({ term, row }) => {
          const name = rowName(term, row, definition, words);
          return term.kind === 'category'
            ? say('model.level', { name: termName(term.term, definition, words), level: name })
            : name;
        },
      },
      { id: 'n', header: say('model.patients'), cell: ({ row }) => number(row.patients), numeric: true },
      { id: 'events', header: say('model.events'), cell: ({ row }) => number(row.events), numeric: true },
      {
        id: 'missing',
        header: say('model.missing'),
        cell: ({ term }) => number(term.missing),
        numeric: true,
      },
      {
        id: 'alone',
        header: say('model.univariable', heading),
        cell: (line) => ratio(line, 'univariable'),
        numeric: true,
      },
      {
        id: 'p',
        header: say('model.pUnivariable'),
        cell: ({ row }) => pText(row.univariable?.pValue, words),
        numeric: true,
      },
      {
        id: 'together',
        header: say('model.multivariable', heading),
        cell: (line) => ratio(line, 'multivariable'),
        numeric: true,
      },
      {
        id: 'p2',
        header: say('model.pMultivariable'),
        cell: ({ row }) => pText(row.multivariable?.pValue, words),
        numeric: true,
      },
    ];
  }, [definition, level, words]);
  return (
    <DataTable caption={words.say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />
  );
}
