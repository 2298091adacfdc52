/** Everything the built site is made from; the Numbers screen carries the reference cases. */
export const buildInputs = [
  'index.html',
  'notebooks',
  'src',
  'public',
  'data-contracts',
  'tests/reference',
  'vite.config.ts',
  'package-lock.json',
] as const;
