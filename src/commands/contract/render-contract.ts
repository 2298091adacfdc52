import type { ReadContract } from './read-contract';

/** TypeScript of `src/data/contracts/extract-contract.ts`, not yet formatted. */
export function renderContract({ contract }: ReadContract): string {
  return `// Generated from data-contracts/ by \`npm run contract\`; change the YAML, not this file.
import type { ExtractContract } from './contract';

/** The contract of the extract: tables, columns, keys, codes and descriptions, from \`data-contracts/\`. */
export const extractContract: ExtractContract = ${JSON.stringify(contract)};
`;
}

/** TypeScript of `src/data/contracts/quality-rules.ts`, not yet formatted. */
export function renderRules({ rules }: ReadContract): string {
  return `// Generated from data-contracts/ by \`npm run contract\`; change the YAML, not this file.
import type { RowRule } from './contract';

/** The rules of the contract on the rows of its tables, in its order. */
export const qualityRules: readonly RowRule[] = ${JSON.stringify(rules)};
`;
}
