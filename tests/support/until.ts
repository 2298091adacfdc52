export interface UntilOptions {
  readonly timeoutMs?: number;
  readonly intervalMs?: number;
  /** Named in the failure: what was waited for. */
  readonly what?: string;
}

/**
 * Asks again until the answer is truthy, and returns it. Playwright's own `waitForFunction` evaluates strings
 * inside the page, which the content security policy refuses; `page.evaluate` and locators work.
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  options: UntilOptions = {},
): Promise<NonNullable<Exclude<T, false | 0 | ''>>> {
  const { timeoutMs = 30_000, intervalMs = 25, what = ask.toString() } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as NonNullable<Exclude<T, false | 0 | ''>>;
    if (performance.now() > deadline) {
      throw new Error(`waited ${timeoutMs} ms in vain for: ${what}; last answer: ${String(answer)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}
