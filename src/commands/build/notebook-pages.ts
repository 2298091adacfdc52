import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { observable } from '@observablehq/notebook-kit/vite';
import type { IndexHtmlTransformContext, Plugin } from 'vite';
import { builtNotebook } from './notebook-cells.ts';

/** The notebooks that are built, by the names of their pages. */
export function notebookInputs(folder = 'notebooks'): Readonly<Record<string, string>> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort();
  return Object.fromEntries(
    files.map((file) => [`notebooks/${basename(file, '.html')}`, resolve(folder, file)]),
  );
}

type HtmlHandler = (this: unknown, html: string, context: IndexHtmlTransformContext) => Promise<string>;

const isNotebook = (path: string) => /^\/?notebooks\//.test(path);

/** Modules of the kit that run in the page; its own library is left out, which would fetch from a foreign host. */
const kitModules: Readonly<Record<string, string>> = {
  'observable:define': 'runtime/define.js',
  'observable:display': 'runtime/display.js',
  'observable:generators': 'runtime/stdlib/generators/index.js',
};

/**
 * Notebooks of Observable's HTML format as pages of the site, beside the dashboard and in the same build: the kit reads
 * and translates the cells, this project's own runtime (`src/notebook`) runs them. Styles are linked, not written into the
 * page; objects are shown by an inspector of this project, because the kit's writes HTML from text.
 */
export function notebookPages(): Plugin {
  const template = resolve('src/notebook/page.html');
  const kit = observable({
    template,
    transformNotebook: (notebook, context) => builtNotebook(notebook, context.path),
  });
  const { handler } = (kit as { readonly transformIndexHtml: { readonly handler: HtmlHandler } })
    .transformIndexHtml;
  const kitFolder = fileURLToPath(new URL('.', import.meta.resolve('@observablehq/notebook-kit')));
  return {
    name: 'notebook-pages',
    enforce: 'pre',
    resolveId(source) {
      if (source === 'observable:runtime') return resolve('src/notebook/runtime.ts');
      if (source === '@observablehq/inspector') return resolve('src/notebook/inspector.ts');
      const module = kitModules[source];
      return module === undefined ? null : resolve(kitFolder, module);
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, context) {
        if (!isNotebook(context.path)) return html;
        const page = await handler.call(this, html, context);
        return page.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '');
      },
    },
  };
}
