import type { EndpointModel, FittedModel } from '@core/analyses/endpoint-model';
import type { RegressionTest } from '@core/statistics/survival/regression-terms';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { termName, testText } from './model-words';

interface Props {
  readonly model: EndpointModel;
  readonly fitted: FittedModel;
  readonly words: Words;
}

interface Line {
  readonly name: string;
  readonly alone: RegressionTest | null;
  readonly together: RegressionTest | null;
  readonly hazards: RegressionTest | null;
  readonly form: RegressionTest | null;
}

/** Per covariate: whether it tells anything, whether its hazards are proportional, and whether it is a straight line. */
export function ModelTests({ model, fitted, words }: Props) {
  const { definition } = model;
  const rows = useMemo((): readonly Line[] => {
    const { terms, hazards, forms, wald } = fitted;
    const whole = { name: words.say('model.global'), alone: null, together: wald, form: null };
    return [
      ...terms.map((term) => ({
        name: termName(term.term, definition, words),
        alone: term.univariable,
        together: term.multivariable,
        hazards: hazards?.terms.find((one) => one.term === term.term) ?? null,
        form: forms.find(({ covariate }) => covariate === term.term)?.test ?? null,
      })),
      { ...whole, hazards: hazards?.global ?? null },
    ];
  }, [fitted, definition, words]);
  const columns = useMemo((): readonly DataColumn<Line>[] => {
    const { say } = words;
    const test = (id: 'alone' | 'together' | 'hazards' | 'form', header: string): DataColumn<Line> => ({
      id,
      header,
      cell: (line) => testText(line[id], words),
      numeric: true,
    });
    return [
      { id: 'term', header: say('model.term'), cell: ({ name }) => name },
      test('alone', say('model.testUnivariable')),
      test('together', say('model.testMultivariable')),
      ...(fitted.hazards === null ? [] : [test('hazards', say('model.testHazards'))]),
      ...(fitted.forms.length === 0 ? [] : [test('form', say('model.testForm'))]),
    ];
  }, [fitted, words]);
  return <DataTable caption={words.say('model.tests')} columns={columns} rows={rows} />;
}
