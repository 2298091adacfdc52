import type { ClassReading } from './response-class';
import type { SampleRow } from './sample-standing';

/** A row of `molecular` as the definitions of this folder read it. */
export const sampleOfRow = (row: SampleRow): ClassReading => ({
  bcrAbl1IsPercent: row.bcr_abl1_is_pct,
  detected: row.detected,
  controlGene: row.control_gene,
  controlCopies: row.control_copies,
  conversionFactor: row.conversion_factor,
  onInternationalScale: row.on_international_scale,
  method: row.method,
  validation: row.validation,
});
