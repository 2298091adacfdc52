import { mostSlots, rowInSlot, slotCount, slotOfRow, topSlotToSee } from '@view/ui/row-slots';
import { describe, expect, it } from 'vitest';

const inFrame = 20;

describe('the slots of a long list', () => {
  it('are its rows, as long as browsers can scroll them', () => {
    const slots = { rows: 100_000, inFrame };
    expect(slotCount(slots)).toBe(100_000);
    for (const slot of [0, 5, 99_999]) expect(rowInSlot(slots, 77, slot)).toBe(slot);
  });

  it.each([mostSlots + 1, 1_000_000, 30_000_000])('reach the first and the last of %i rows', (rows) => {
    const slots = { rows, inFrame };
    const lastTop = slotCount(slots) - inFrame;
    expect(rowInSlot(slots, 0, 0)).toBe(0);
    expect(rowInSlot(slots, lastTop, lastTop + inFrame - 1)).toBe(rows - 1);
  });

  it('stand one under the other, and further down are further rows', () => {
    const slots = { rows: 1_000_000, inFrame };
    let before = -1;
    for (let top = 0; top < slotCount(slots) - inFrame; top += 997) {
      const first = rowInSlot(slots, top, top);
      expect(first).toBeGreaterThan(before);
      before = first;
      for (let k = 0; k < inFrame; k++) {
        expect(rowInSlot(slots, top, top + k)).toBe(first + k);
        expect(slotOfRow(slots, top, first + k)).toBe(top + k);
      }
    }
  });

  it.each([150, 100_000, 1_000_000])('bring any of %i rows into the frame', (rows) => {
    const slots = { rows, inFrame };
    const whole = inFrame - 1;
    const most = slotCount(slots) - whole;
    for (const top of [0, 40, most]) {
      for (const row of [0, 1, 19, 57, 149, rows - 2, rows - 1]) {
        const next = Math.max(0, Math.min(most, topSlotToSee(slots, top, row, whole)));
        const slot = slotOfRow(slots, next, row) - next;
        expect([row, slot >= 0 && slot <= whole]).toEqual([row, true]);
      }
    }
  });
});
