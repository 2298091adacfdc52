/** The notebooks that are built, by the names of their files. */
export const notebookIds = [
  '01-what-is-in-the-extract',
  '02-early-and-deep-response',
  '03-treatment-free-remission-by-endpoint',
  '04-response-and-stops-by-first-drug',
  '05-trends-of-practice',
  '06-a-new-study',
] as const;
