import {
  comparableFiles,
  compareServed,
  type ReleasedFile,
  type ReleaseManifest,
  readReleaseManifest,
} from '@data/egress/release-manifest';
import { useCallback, useEffect, useRef, useState } from 'react';

export type { ReleasedFile };

/** The manifest of the release: being asked for, there, or not served. */
export type ReleaseState =
  | { readonly kind: 'asking' | 'absent' }
  | { readonly kind: 'there'; readonly manifest: ReleaseManifest };

/** The served files beside the manifest, as far as they are compared. */
export interface ServedComparison {
  readonly done: number;
  readonly all: number;
  /** Paths that differ from the manifest or are not served. */
  readonly different: readonly string[];
}

export interface Release {
  readonly state: ReleaseState;
  readonly comparison: ServedComparison | null;
  /** Fetches every file of the release again and compares it. */
  readonly compare: () => void;
}

/** The release that this page belongs to. */
export function useRelease(): Release {
  const [state, setState] = useState<ReleaseState>({ kind: 'asking' });
  const [comparison, setComparison] = useState<ServedComparison | null>(null);
  const running = useRef(0);

  useEffect(() => {
    let isWanted = true;
    readReleaseManifest()
      .catch(() => null)
      .then((manifest) => {
        if (isWanted) setState(manifest === null ? { kind: 'absent' } : { kind: 'there', manifest });
      });
    return () => {
      isWanted = false;
      running.current += 1;
    };
  }, []);

  const compare = useCallback(async () => {
    if (state.kind !== 'there') return;
    running.current += 1;
    const run = running.current;
    const files = comparableFiles(state.manifest.files);
    const different: string[] = [];
    for (const [index, file] of files.entries()) {
      if (run !== running.current) return;
      setComparison({ done: index, all: files.length, different: [...different] });
      if ((await compareServed(file)) !== 'same') different.push(file.path);
    }
    if (run === running.current) setComparison({ done: files.length, all: files.length, different });
  }, [state]);

  return { state, comparison, compare: () => void compare() };
}
