/** Plot itself, for notebooks: their figures are written in their cells. */
export * as Plot from '@observablehq/plot';
