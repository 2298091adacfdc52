import { copiesThatShowMmr, minimumControlCopies } from '@core/domain/evaluable-sample';
import { literal } from '../sql-text';

const minimumCopies = Object.entries(minimumControlCopies)
  .filter(([, copies]) => copies !== null)
  .map(([gene, copies]) => `when ${literal(gene)} then ${literal(copies ?? 0)}`)
  .join(' ');

/** `sampleReading(…) !== null` of `core/domain/evaluable-sample.ts` in SQL, on a row of `molecular`. */
export const evaluableSql = `(
  on_international_scale and validation <> 'rejected' and (
    (detected and bcr_abl1_is_pct > 0)
    or (not detected and control_copies >= case control_gene::varchar ${minimumCopies} end)
  )
)`;

/** `mmrReading(…) !== null` of `core/domain/evaluable-sample.ts` in SQL, on a row of `molecular`. */
export const showsMmrSql = `(
  on_international_scale and validation <> 'rejected' and (
    (detected and bcr_abl1_is_pct > 0)
    or (not detected and control_copies >= ${literal(copiesThatShowMmr)} * coalesce(conversion_factor, 1))
  )
)`;
