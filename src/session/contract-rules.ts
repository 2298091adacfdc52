import { qualityRules } from '@data/contracts/quality-rules';
import { touchesPatients } from '@data/queries/quality/check-rules';

export { qualityRules as contractRules } from '@data/contracts/quality-rules';
export { structuralRules } from '@data/contracts/structural-rules';

/** The rules that travel with the figures: warnings about rows of a patient. */
export const travellingRules = qualityRules.filter(touchesPatients);
