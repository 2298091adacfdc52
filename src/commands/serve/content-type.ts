/** The media types of the files of a built site. `application/wasm` is what lets a browser compile while it loads. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
  arrows: 'application/vnd.apache.arrow.stream',
};

/** Files of these kinds shrink, and are stored beside themselves as `.br` and `.gz` at build time. */
export const compressedKinds: ReadonlySet<string> = new Set([
  'html',
  'js',
  'css',
  'json',
  'svg',
  'txt',
  'wasm',
]);

export function fileKind(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

export function contentTypeOf(path: string): string {
  return contentTypes[fileKind(path)] ?? 'application/octet-stream';
}
