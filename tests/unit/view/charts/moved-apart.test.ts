import { movedApart } from '@view/charts/moved-apart';
import { describe, expect, it } from 'vitest';

const at = (...places: readonly number[]) => places.map((y) => ({ y }));
const placesOf = (labels: readonly { readonly y: number }[]) => labels.map(({ y }) => Number(y.toFixed(6)));

describe('names at the ends of lines', () => {
  it('are pushed up where they would touch, and left alone where not', () => {
    expect(placesOf(movedApart(at(0.5, 0.1, 0.12), 0.1))).toEqual([0.1, 0.2, 0.5]);
  });

  it('stay below the top: the lower ones make room', () => {
    expect(placesOf(movedApart(at(1, 1, 0.99, 0.2), 0.1, 1))).toEqual([0.2, 0.8, 0.9, 1]);
  });
});
