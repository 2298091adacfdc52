export { qualityRules as contractRules } from '@data/contracts/quality-rules';
export { structuralRules } from '@data/contracts/structural-rules';
