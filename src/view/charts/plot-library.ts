import * as library from '@observablehq/plot';

/** Plot labels each group of marks by its kind ("rect"), which a group without a role must not have. */
function plot(options: library.PlotOptions): ReturnType<typeof library.plot> {
  const made = library.plot(options);
  for (const mark of made.querySelectorAll('g[aria-label]')) mark.removeAttribute('aria-label');
  return made;
}

/** Plot itself, for notebooks: their figures are written in their cells. */
export const Plot = { ...library, plot };
