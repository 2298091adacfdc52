import { useExtract } from '@session/use-extract';

/** The last calendar year that the extract holds, which is not over; `undefined` where its manifest does not say. */
export function useLastYear(): number | undefined {
  const { manifest } = useExtract();
  const created = Number(manifest?.created.slice(0, 4));
  return Number.isInteger(created) ? created : undefined;
}
