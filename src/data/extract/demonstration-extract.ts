import type { ExtractFile, ExtractSource } from './extract-file';
import { extractFailure } from './failure-code';
import { parseManifest } from './manifest';

/**
 * The synthetic extract that is served with the app, from the app's own origin.
 *
 * @param folder absolute URL of its folder, with the `/` at the end; by default `extract/` beside the page
 * @throws AppError `demonstration-unreachable` (from `files` and `blob`)
 */
export function demonstrationExtract(
  folder: string = new URL('extract/', document.baseURI).href,
): ExtractSource {
  return {
    files: async (signal) => {
      const manifest = await fetchBlob(new URL('manifest.json', folder), signal);
      const { tables } = parseManifest(await manifest.text());
      const files = tables
        .flatMap((table) => table.files)
        .map(({ path, bytes }) => {
          // All requests leave at once: the files are small, and decoding then waits for none of them.
          const arriving = fetchBlob(new URL(path, folder), signal);
          arriving.catch(() => undefined);
          return { path, size: bytes, blob: () => arriving };
        });
      const itself: ExtractFile = {
        path: 'manifest.json',
        size: manifest.size,
        blob: () => Promise.resolve(manifest),
      };
      return [itself, ...files];
    },
  };
}

async function fetchBlob(url: URL, signal?: AbortSignal): Promise<Blob> {
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  try {
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok) throw extractFailure('demonstration-unreachable', { file, status: response.status });
    return await response.blob();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'AppError') throw cause;
    throw extractFailure('demonstration-unreachable', { file, status: 0 }, cause);
  }
}
