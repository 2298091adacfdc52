import type { ExtractFile, ExtractSource } from './extract-file';

/** The files of a file picker or a folder picker. */
export function chosenExtract(files: Iterable<File>): ExtractSource {
  const chosen = Array.from(files, (file) =>
    extractFile(file, file.webkitRelativePath === '' ? file.name : file.webkitRelativePath),
  );
  return { files: () => Promise.resolve(chosen) };
}

/**
 * The files and folders that were dropped on the page. Call it inside the `drop` event: the browser forgets the
 * entries when the event is over.
 */
export function droppedExtract(transfer: DataTransfer): ExtractSource {
  const items = Array.from(transfer.items, (item) => ({
    entry: item.webkitGetAsEntry(),
    // What did not come from the file manager (a mail, another page) has no entry but may be a file.
    file: item.getAsFile(),
  }));
  const below = async ({ entry, file }: (typeof items)[number]): Promise<ExtractFile[]> => {
    if (entry !== null) return filesBelow(entry);
    return file === null ? [] : [extractFile(file, file.name)];
  };
  return { files: async () => (await Promise.all(items.map(below))).flat() };
}

function extractFile(file: File, path: string): ExtractFile {
  return { path, size: file.size, blob: () => Promise.resolve(file) };
}

async function filesBelow(entry: FileSystemEntry): Promise<ExtractFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [extractFile(file, entry.fullPath.replace(/^\//, ''))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const below: ExtractFile[] = [];
  for (;;) {
    // The browser lists a folder in portions of about a hundred; an empty portion is the end.
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return below;
    below.push(...(await Promise.all(portion.map(filesBelow))).flat());
  }
}
