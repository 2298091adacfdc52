import { endpointPresetIds, endpointPresets, presetOf } from '@core/endpoint/endpoint-presets';
import { expect, test } from 'vitest';

test('a preset names what was read and how much of it, or says that nothing was', () => {
  for (const id of endpointPresetIds) {
    const { source, covers } = endpointPresets[id];
    expect(covers === 'nothing').toBe(source === 'unverified');
    if (covers !== 'nothing') expect(source).toMatch(/(19|20)\d\d/);
  }
});

test('these presets have no source that was read', () => {
  expect(endpointPresetIds.filter((id) => endpointPresets[id].covers === 'nothing')).toEqual([
    'drug-survival',
    'mr4-loss',
    'second-tfr',
  ]);
});

test('no two presets say the same', () => {
  for (const id of endpointPresetIds) expect(presetOf(endpointPresets[id].endpoint)).toBe(id);
});
