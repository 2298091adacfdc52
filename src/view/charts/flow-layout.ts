/** What stands in the boxes of one step: who is left out beside the arrow, and who remains below it. */
export interface FlowStepText {
  readonly excluded: readonly string[];
  readonly remaining: readonly string[];
}

export interface FlowBox {
  readonly kind: 'remaining' | 'excluded';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The first line is the count. */
  readonly lines: readonly string[];
}

export interface FlowArrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A flow diagram in pixels: boxes, and arrows between them. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
}

export const flowFont = { size: 13, lineHeight: 18 } as const;
/** Width of an average letter of the font at this size; generous, so that lines never touch the border. */
const letterWidth = 6.9;
const padding = 10;
const gap = 22;
/** Under this width the boxes of those left out stand in the same column, set in. */
const narrow = 560;
const edge = 1;

/**
 * The flow diagram of CONSORT: one column of who remains, the others beside the arrows; on a narrow place, between them.
 *
 * @param first  lines of the first box
 * @param width  in pixels; text is wrapped, so the height follows
 */
export function flowLayout(
  first: readonly string[],
  steps: readonly FlowStepText[],
  width: number,
): FlowLayout {
  const isNarrow = width < narrow;
  const mainWidth = isNarrow ? width - 2 * edge : Math.round((width - 2 * edge) * 0.44);
  const sideX = isNarrow ? edge + 28 : edge + mainWidth / 2 + 60;
  const sideWidth = width - edge - sideX;
  const boxes: FlowBox[] = [];
  const arrows: FlowArrow[] = [];
  const place = (kind: FlowBox['kind'], x: number, y: number, boxWidth: number, lines: readonly string[]) => {
    const wrapped = lines.flatMap((line) =>
      wrappedLines(line, Math.floor((boxWidth - 2 * padding) / letterWidth)),
    );
    const height = wrapped.length * flowFont.lineHeight + 2 * padding;
    const box = { kind, x, y, width: boxWidth, height, lines: wrapped };
    boxes.push(box);
    return box;
  };
  let above = place('remaining', edge, edge, mainWidth, first);
  const axis = isNarrow ? edge + 14 : edge + mainWidth / 2;
  for (const { excluded, remaining } of steps) {
    const bottom = above.y + above.height;
    const side = place('excluded', sideX, bottom + gap / 2, sideWidth, excluded);
    const middle = side.y + side.height / 2;
    const next = place('remaining', edge, side.y + side.height + gap / 2, mainWidth, remaining);
    arrows.push({ x1: axis, y1: bottom, x2: axis, y2: next.y });
    arrows.push({ x1: axis, y1: middle, x2: side.x, y2: middle });
    above = next;
  }
  return { width, height: above.y + above.height + edge, boxes, arrows };
}

/** A line broken at spaces so that no part is longer than `most` letters, unless a word alone is. */
export function wrappedLines(line: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export const flowPadding = padding;

const paper = { ink: '#12181f', line: '#3f4a55', remaining: '#ffffff', excluded: '#edeff1' } as const;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

/** A layout as the text of an SVG file, in ink on paper. */
export function flowSvg({ width, height, boxes, arrows }: FlowLayout, title: string): string {
  const rectangles = boxes.map(
    (box) =>
      `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="4" fill="${paper[box.kind]}" stroke="${paper.line}"/>`,
  );
  const texts = boxes.flatMap(({ x, y, lines }) =>
    lines.map(
      (line, at) =>
        `<text x="${x + padding}" y="${baseline(y, at)}"${at === 0 ? ' font-weight="600"' : ''}>${escaped(line)}</text>`,
    ),
  );
  const lines = arrows.map((arrow) => `<path d="${arrowPath(arrow)}" fill="none" stroke="${paper.line}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="${flowFont.size}" fill="${paper.ink}">`,
    `<title>${escaped(title)}</title>`,
    ...lines,
    ...rectangles,
    ...texts,
    '</svg>',
    '',
  ].join('\n');
}

/** Where the n-th line of a box stands. */
export const baseline = (top: number, line: number): number =>
  top + padding + line * flowFont.lineHeight + 13;

/** A line with a head at its end. */
export function arrowPath({ x1, y1, x2, y2 }: FlowArrow): string {
  const head = 5;
  const wings =
    x1 === x2
      ? `M${x2 - head} ${y2 - head}L${x2} ${y2}L${x2 + head} ${y2 - head}`
      : `M${x2 - head} ${y2 - head}L${x2} ${y2}L${x2 - head} ${y2 + head}`;
  return `M${x1} ${y1}L${x2} ${y2}${wings}`;
}
