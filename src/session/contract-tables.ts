import { extractContract } from '@data/contracts/extract-contract';

/** The tables that an extract may have, as the contract describes them. */
export const contractTables = extractContract.tables;
