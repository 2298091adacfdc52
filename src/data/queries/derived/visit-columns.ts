import type { CurveOrigin } from '@core/analyses/curve-origin';
import type { VisitColumns } from '@core/analyses/visit-counts';
import { visitWindows } from '@core/domain/visit-window';
import type { Engine } from '@data/engine/engine';
import { KeptColumns, numbersOf } from '../cohort/kept-columns';
import { fillSlots, literal } from '../sql-text';
import { patientRanges } from './patient-ranges';
import placeColumnSql from './place-column.sql?raw';
import visitColumnsSql from './visit-columns.sql?raw';
import { readyVisits, type VisitTables } from './visit-values';

const visits = new KeptColumns<VisitColumns>(2);

export const forgetVisitColumns = (engine: Engine): void => visits.forget(engine);

/** The readings since an origin, read the first time: in steps, between which the engine answers others. */
export function readyVisitColumns(engine: Engine, origin: CurveOrigin): Promise<VisitColumns> {
  return visits.ready(engine, origin, async () => readColumns(engine, await readyVisits(engine, origin)));
}

/** The same where they were read before. */
export const visitColumnsAtHand = (engine: Engine, origin: CurveOrigin): VisitColumns | null =>
  visits.atHand(engine, origin);

const months = visitWindows.map(({ month }) => month);

async function readColumns(engine: Engine, tables: VisitTables): Promise<VisitColumns> {
  const places = await engine.query(fillSlots(placeColumnSql, { patients: tables.patients }));
  const place = Uint8Array.from(numbersOf(places.columns.place));
  const { columns } = await engine.query(
    `select count(*)::integer as readings,
      coalesce(min(log10_thousandths), 0)::integer as lowest,
      coalesce(max(log10_thousandths), 0)::integer as highest
    from ${tables.visits}`,
  );
  const [readings, lowest, highest] = ['readings', 'lowest', 'highest'].map((name) =>
    Number(columns[name]?.[0] ?? 0),
  ) as [number, number, number];
  const start = new Uint32Array(place.length + 1);
  const reading = new Int32Array(readings);
  const placeOfMonth = Int32Array.from({ length: Math.max(...months) + 1 }, (_, month) =>
    months.indexOf(month),
  );
  let row = 0;
  for (const { from, to } of await patientRanges(engine)) {
    const step = await engine.query(
      fillSlots(visitColumnsSql, {
        visits: tables.visits,
        from_key: literal(from),
        to_key: literal(to),
      }),
    );
    const [key, month, log10, detected] = ['patient_key', 'month', 'log10_thousandths', 'detected'].map(
      (name) => numbersOf(step.columns[name]),
    ) as [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>, ArrayLike<number>];
    for (let at = 0; at < step.rowCount; at++) {
      const patient = key[at] as number;
      start[patient + 1] = (start[patient + 1] as number) + 1;
      const visit =
        ((log10[at] as number) - lowest) * months.length + (placeOfMonth[month[at] as number] as number);
      reading[row] = visit * 2 + (detected[at] as number);
      row += 1;
    }
  }
  for (let i = 0; i < place.length; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  return {
    place,
    start,
    reading,
    lowest,
    months,
    codes: (highest - lowest + 1) * months.length * 2,
  };
}
