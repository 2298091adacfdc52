import * as Plot from '@observablehq/plot';

/** Family of a picture that leaves: what every machine has. */
const fontFamily = 'Arial, Helvetica, sans-serif';
/** Pixels of the bitmap per pixel of the drawing: 960 px of drawing print 24 cm wide at 300 dots per inch. */
const bitmapScale = 3;

/**
 * A plot as an SVG file that stands alone, in the light colours: no title, no label, no description and no data attribute, so
 * that it holds what is drawn and nothing else. Coordinates have two decimals.
 */
export function plotSvg(options: Plot.PlotOptions): string {
  const plot = Plot.plot({
    ...options,
    style: { background: 'white', color: 'black', fontFamily, fontSize: '12px' },
  });
  const svg = plot instanceof SVGSVGElement ? plot : plot.querySelector('svg');
  if (svg === null) throw new Error('the plot has no picture');
  for (const hidden of svg.querySelectorAll('title, desc, style, [aria-hidden="true"]')) hidden.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of element.getAttributeNames()) {
      if (/^(aria-|data-|class$|role$|tabindex$)/.test(name)) element.removeAttribute(name);
      else if (name !== 'style') roundCoordinates(element, name);
    }
  }
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('font-family', fontFamily);
  const tokens = lightTokens();
  return new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => tokens.get(name) ?? 'black');
}

/** Coordinates with two decimals; what is written in a picture stays as it is. */
function roundCoordinates(element: Element, name: string): void {
  const value = element.getAttribute(name) ?? '';
  const rounded = value.replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
  if (rounded !== value) element.setAttribute(name, rounded);
}

/** The design tokens of the light theme, whatever the theme of the page. */
function lightTokens(): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || !/^:root(?:,|$)/.test(rule.selectorText)) continue;
      for (const name of rule.style) {
        if (name.startsWith('--')) tokens.set(name, rule.style.getPropertyValue(name).trim());
      }
    }
  }
  return tokens;
}

/** The picture of an SVG as PNG, at print resolution. @throws Error where the browser cannot draw it */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * bitmapScale;
    canvas.height = height * bitmapScale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the browser made no picture');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
