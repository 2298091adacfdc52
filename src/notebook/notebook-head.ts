import { AppError } from '@core/base/app-error';
import { chosenExtract, droppedExtract } from '@data/extract/chosen-extract';
import type { ExtractSource } from '@data/extract/extract-file';
import { failureText } from '@language/failure-text';
import type { OpenExtract, OpenProgress } from '@session/open-extract';
import { notebookWords } from './notebook-words';

/** The head of a notebook: where it belongs, which extract it is computed on, and how to open another. */
export interface NotebookHead {
  readonly opening: () => void;
  /** Every way out of the page is being tried. */
  readonly checking: () => void;
  readonly progress: (progress: OpenProgress) => void;
  readonly opened: (extract: OpenExtract) => void;
  readonly failed: (error: unknown) => void;
}

export function notebookHead(place: Element | null, open: (source: ExtractSource) => void): NotebookHead {
  const { say } = notebookWords;
  followTheme();
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'notebook-status';
  const back = document.createElement('a');
  back.href = '../index.html#/notebooks';
  back.textContent = say('notebooks.back');
  const files = document.createElement('input');
  files.type = 'file';
  files.multiple = true;
  files.accept = '.parquet,.arrow,.json';
  files.addEventListener('change', () => {
    if (files.files !== null && files.files.length > 0) open(chosenExtract(Array.from(files.files)));
  });
  const label = document.createElement('label');
  label.className = 'notebook-open';
  label.append(say('notebooks.open'), files);
  place?.append(back, status, label);
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null) open(droppedExtract(event.dataTransfer));
  });
  const show = (text: string, state: 'opening' | 'open' | 'failed') => {
    status.textContent = text;
    document.documentElement.dataset.extract = state;
  };
  return {
    opening: () => show(say('notebooks.opening'), 'opening'),
    checking: () => show(say('notebooks.checking'), 'opening'),
    progress: ({ table }) => show(say('notebooks.reading', { table }), 'opening'),
    opened: ({ manifest, synthetic }) => {
      const name = manifest?.extract_id ?? say('extract.unnamed');
      show(
        synthetic === true ? say('notebooks.onSynthetic', { name }) : say('notebooks.on', { name }),
        'open',
      );
    },
    failed: (error) => {
      const known = error instanceof AppError ? error : new AppError('engine-stopped', {}, { cause: error });
      const { what, next } = failureText(known, notebookWords);
      show(`${what} ${next}`, 'failed');
    },
  };
}

/** Light or dark as the system is, or as the address says (`?theme=dark`). */
function followTheme(): void {
  const asked = new URLSearchParams(location.search).get('theme');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    document.documentElement.dataset.theme =
      asked === 'light' || asked === 'dark' ? asked : dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', follow);
  follow();
}
