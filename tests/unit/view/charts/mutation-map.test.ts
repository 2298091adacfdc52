import { spread } from '@view/charts/mutation-map';
import { expect, test } from 'vitest';

test('heads of lollipops are spread as little as it takes, inside the picture', () => {
  const wide = { from: 0, to: 500 };
  expect(spread([10, 50, 90], 5, wide)).toEqual([10, 50, 90]);
  expect(spread([253, 253, 255, 255, 315], 4, wide)).toEqual([248, 252, 256, 260, 315]);
  expect(spread([253, 253, 255, 255], 4, { from: 250, to: 500 })).toEqual([250, 254, 258, 262]);
  expect(spread([498, 499], 4, wide)).toEqual([496, 500]);
  expect(spread([], 4, wide)).toEqual([]);
});
