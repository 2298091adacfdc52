/** Random cases of a slow property: so many in every check, `CASES` times as many where somebody asks (`CASES=10 npm test`). */
export const cases = (perCheck: number): number => Math.ceil(perCheck * Number(process.env.CASES ?? 1));
