import { flowLayout, flowSvg, wrappedLines } from '@view/charts/flow-layout';
import { describe, expect, it } from 'vitest';

const steps = [
  { excluded: ['Excluded (n = 90)', 'Rule: a & b < c "d"'], remaining: ['Remaining (n = 1,910)'] },
  { excluded: ['Excluded (n = 0)'], remaining: ['In the cohort (n = 1,910)'] },
];

describe('the flow diagram', () => {
  it.each([320, 860])('keeps every box inside %i px, none over another', (width) => {
    const { boxes, arrows, height } = flowLayout(['Patients (n = 2,000)'], steps, width);
    expect(boxes.map(({ kind }) => kind)).toEqual([
      'remaining',
      'excluded',
      'remaining',
      'excluded',
      'remaining',
    ]);
    expect(arrows).toHaveLength(4);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    boxes.slice(1).forEach((box, at) => {
      const above = boxes[at];
      expect(box.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    });
  });

  it('is saved as a picture that needs nothing else, its text escaped', () => {
    const svg = flowSvg(flowLayout(['Patients (n = 2,000)'], steps, 860), 'Flow');
    expect(svg).toContain('Rule: a &amp; b &lt; c &quot;d&quot;');
    expect(svg).not.toMatch(/var\(|class=|href/);
    expect(svg.match(/<rect/g)).toHaveLength(5);
  });

  it('wraps at spaces, and leaves a long word whole', () => {
    expect(wrappedLines('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrappedLines('incomprehensibilities no', 5)).toEqual(['incomprehensibilities', 'no']);
  });
});
