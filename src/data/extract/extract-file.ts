/** One file of an extract, wherever it comes from; nothing is read before `blob` is called. */
export interface ExtractFile {
  /** Path inside what was chosen, with `/` between folders (`molecular/part-0.parquet`). */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** The content, perhaps still on the disk; reading it can fail when the file has changed. */
  blob(signal?: AbortSignal): Promise<Blob>;
}

/** Where an extract comes from: the demonstration, a file or folder picker, a drop, a folder in Node. */
export interface ExtractSource {
  files(signal?: AbortSignal): Promise<readonly ExtractFile[]>;
}
