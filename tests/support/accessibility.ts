import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);

/** WCAG 2.2 at levels A and AA, in the tags of axe-core. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

interface Axe {
  run(context: string | Document, options: object): Promise<AxeResults>;
}

export interface AccessibilityOptions {
  /** A selector of the part to check; the whole page without it. */
  readonly within?: string;
}

/**
 * Checks what the page shows now with axe-core, by WCAG 2.2 AA.
 *
 * @returns one readable line per element at fault; none when the page passes
 */
export async function accessibilityViolations(
  page: Page,
  options: AccessibilityOptions = {},
): Promise<readonly string[]> {
  // Given to the page by its debugger, which the content security policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  }
  const { violations } = await page.evaluate(
    ({ within, tags }) => {
      const axe: Axe = Reflect.get(window, 'axe');
      return axe.run(within ?? document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      });
    },
    { within: options.within, tags: [...rules] },
  );
  return violations.flatMap(({ id, help, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id} (${impact ?? 'unrated'}) at ${target.flat().join(' ')}: ${help}. ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
