/** The build names these files by their content, so a browser may keep them. */
export const immutablePrefix = '/assets/';

export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  /** Pages, manifests and the extract itself: nothing of them stays on the disk of the workstation. */
  everythingElse: 'no-store',
} as const;

/** The Cache-Control of a response: only a file that was found and carries its hash in its name may be kept. */
export function cacheControlOf(path: string, status: number): string {
  const found = status === 200 || status === 304;
  return found && path.startsWith(immutablePrefix) ? cacheControl.immutable : cacheControl.everythingElse;
}
