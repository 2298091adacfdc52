import { addressOf } from './reserved-name';
import type { Verdict } from './way-out';

/** Milliseconds in which a move that the page was asked for begins. */
const untilMoved = 300;

/** Ways out that would take the page away. */
export type Move = 'form' | 'navigation' | 'download';

const moves: Readonly<Record<Move, (address: string) => void>> = {
  navigation: (address) => {
    window.location.href = address;
  },
  download: (address) => {
    const link = document.createElement('a');
    link.href = address;
    link.download = 'self-check.txt';
    document.body.append(link);
    link.click();
    link.remove();
  },
  form: (address) => {
    const form = document.createElement('form');
    form.action = address;
    form.method = 'post';
    form.hidden = true;
    document.body.append(form);
    form.submit();
    form.remove();
  },
};

/**
 * Asks the page to move to the reserved name, and sees whether the guard stops it. Should the guard not, this stops it
 * in its place: the page stays in any case. Where the browser tells nobody of a move (no Navigation API), nothing
 * could stop it and it is not tried.
 */
export async function tryMove(move: Move, sandboxed: boolean): Promise<Verdict> {
  const { navigation } = window;
  if (navigation === undefined) return { kind: 'open' };
  const address = addressOf(move);
  // A sandbox without forms drops a form before it becomes a move.
  const unseen: Verdict =
    move === 'form' && sandboxed ? { kind: 'refused', by: 'sandbox' } : { kind: 'open' };
  return new Promise((resolve) => {
    const settle = (verdict: Verdict) => {
      clearTimeout(late);
      navigation.removeEventListener('navigate', see);
      resolve(verdict);
    };
    const see = (event: NavigateEvent) => {
      if (event.destination.url !== address) return;
      const guarded = event.defaultPrevented;
      event.preventDefault();
      settle(guarded ? { kind: 'refused', by: 'guard' } : { kind: 'open' });
    };
    // Added after the guard's listener, so it runs after it.
    navigation.addEventListener('navigate', see);
    const late = setTimeout(() => settle(unseen), untilMoved);
    moves[move](address);
  });
}

/** Opens a window on the reserved name; one that opens is closed again. */
export function tryPopup(sandboxed: boolean): Verdict {
  const opened = window.open(addressOf('popup'));
  opened?.close();
  // Without a sandbox a window that does not open was stopped by the pop-up blocker, which a click of the user passes.
  return opened === null && sandboxed ? { kind: 'refused', by: 'sandbox' } : { kind: 'open' };
}

/** Whether the page stands in a sandbox: there, and only there, its domain cannot be set to what it is. */
export function isSandboxed(): boolean {
  try {
    // biome-ignore lint/correctness/noSelfAssign: the assignment is the question.
    document.domain = document.domain;
    return false;
  } catch {
    return true;
  }
}
