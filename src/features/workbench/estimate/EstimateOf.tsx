import type { ColumnsRefused, NamedColumn } from '@core/analyses/answer-columns';
import { columnRegression } from '@core/analyses/column-regression';
import { columnIncidence, columnSurvival, type TimeUnit } from '@core/analyses/column-survival';
import { columnTable } from '@core/analyses/column-table';
import type { AnswerValues } from '@data/queries/workbench/kept-answer';
import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';
import { useMemo } from 'react';
import { IncidenceEstimate } from './IncidenceEstimate';
import { RegressionEstimate } from './RegressionEstimate';
import { SurvivalEstimate } from './SurvivalEstimate';
import { TableEstimate } from './TableEstimate';

/** What is asked of some columns of an answer, by their names. */
export interface EstimateRequest {
  readonly method: 'survival' | 'incidence' | 'cox' | 'table';
  readonly unit: TimeUnit;
  readonly time: string;
  readonly event: string;
  readonly group: string | null;
  readonly columns: readonly string[];
}

const options = { interval: 'log', level: 0.95 } as const;

/** The estimate of a request, or why there is none. */
export function EstimateOf({
  request,
  values,
}: {
  readonly request: EstimateRequest;
  readonly values: AnswerValues;
}) {
  const text = JSON.stringify(request);
  return useMemo(
    () => <Estimated request={JSON.parse(text) as EstimateRequest} values={values} />,
    [text, values],
  );
}

function Estimated({
  request,
  values,
}: {
  readonly request: EstimateRequest;
  readonly values: AnswerValues;
}) {
  const { method, unit } = request;
  const column = (name: string): NamedColumn => ({ name, cells: values[name] ?? [] });
  const time = column(request.time);
  const group = request.group === null ? null : column(request.group);
  switch (method) {
    case 'survival': {
      const { refused, value } = columnSurvival({ time, unit, group, event: column(request.event) }, options);
      return refused === null ? (
        <SurvivalEstimate survival={value} time={request.time} />
      ) : (
        <Refused refused={refused} />
      );
    }
    case 'incidence': {
      const { refused, value } = columnIncidence(
        { time, unit, group, cause: column(request.event) },
        options,
      );
      return refused === null ? (
        <IncidenceEstimate incidence={value} time={request.time} />
      ) : (
        <Refused refused={refused} />
      );
    }
    case 'cox': {
      const { refused, value } = columnRegression({
        time,
        event: column(request.event),
        covariates: request.columns.map(column),
      });
      return refused === null ? <RegressionEstimate regression={value} /> : <Refused refused={refused} />;
    }
    case 'table': {
      const { refused, value } = columnTable(group, request.columns.map(column));
      return refused === null ? <TableEstimate table={value} /> : <Refused refused={refused} />;
    }
  }
}

function Refused({ refused }: { readonly refused: ColumnsRefused }) {
  const { say } = useWords();
  const { reason, ...details } = refused;
  return <Notice tone="warn" title={say(`workbench.refused.${reason}`, details)} />;
}
