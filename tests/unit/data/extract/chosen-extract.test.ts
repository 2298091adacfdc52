import { chosenExtract, droppedExtract } from '@data/extract/chosen-extract';
import { describe, expect, test } from 'vitest';

const named = (name: string, folder = '') =>
  Object.assign(new File(['abc'], name), { webkitRelativePath: folder === '' ? '' : `${folder}/${name}` });

/** The browser lists folders in portions; this one hands out two entries at a time. */
function folderEntry(fullPath: string, children: readonly unknown[]) {
  return {
    isFile: false,
    fullPath,
    createReader: () => {
      const left = [...children];
      return { readEntries: (done: (portion: unknown[]) => void) => done(left.splice(0, 2)) };
    },
  };
}

const fileEntry = (fullPath: string) => ({
  isFile: true,
  fullPath,
  file: (done: (file: File) => void) => done(new File(['abc'], fullPath.split('/').at(-1) ?? '')),
});

describe('the files that a person hands over', () => {
  test('keep their folder when a folder was picked', async () => {
    const files = await chosenExtract([
      named('patient.parquet'),
      named('part-0.parquet', 'x/molecular'),
    ]).files();
    expect(files.map(({ path, size }) => [path, size])).toEqual([
      ['patient.parquet', 3],
      ['x/molecular/part-0.parquet', 3],
    ]);
    expect(await (await files[0]?.blob())?.text()).toBe('abc');
  });

  test('are found in dropped folders, however deep and many', async () => {
    const parts = [0, 1, 2, 3, 4].map((part) => fileEntry(`/x/molecular/part-${part}.parquet`));
    const entries = [
      folderEntry('/x', [fileEntry('/x/patient.parquet'), folderEntry('/x/molecular', parts)]),
      fileEntry('/manifest.json'),
    ];
    const transfer = {
      items: [
        ...entries.map((entry) => ({ webkitGetAsEntry: () => entry, getAsFile: () => null })),
        // Dropped text, and a file that comes from no folder.
        { webkitGetAsEntry: () => null, getAsFile: () => null },
        { webkitGetAsEntry: () => null, getAsFile: () => new File(['abc'], 'diagnosis.parquet') },
      ],
    };
    const files = await droppedExtract(transfer as unknown as DataTransfer).files();
    expect(files.map(({ path }) => path).sort()).toEqual(
      [
        'manifest.json',
        'diagnosis.parquet',
        ...parts.map(({ fullPath }) => fullPath.slice(1)),
        'x/patient.parquet',
      ].sort(),
    );
  });
});
