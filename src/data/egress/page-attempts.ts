import { addressOf } from './reserved-name';
import type { PageWay } from './way-out';

/** Ends what an attempt began. */
type Undo = () => void;

/** A way out that the browser refuses with a report, and that leaves the page where it is. */
export interface Attempt {
  /** False where the browser has no such way. */
  readonly exists?: () => boolean;
  readonly begin: (address: string) => Undo;
}

const nothing: Undo = () => undefined;

/** Adds an element to the page, hidden, and lets the browser do the rest. */
function addElement(tag: string, attributes: Readonly<Record<string, string>>): Undo {
  const element = document.createElement(tag);
  element.hidden = true;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return () => element.remove();
}

/**
 * What would come back from a script or a stylesheet has to match this digest, and nothing does: should the reserved name
 * ever resolve, what answers is not run.
 */
const matchesNothing = { integrity: `sha256-${'A'.repeat(43)}=`, crossorigin: 'anonymous' };

/** Attempts of which the browser reports a refusal as an event. */
export const reportedAttempts = {
  fetch: {
    begin: (address) => {
      const stop = new AbortController();
      fetch(address, { mode: 'no-cors', signal: stop.signal }).catch(nothing);
      return () => stop.abort();
    },
  },
  xhr: {
    begin: (address) => {
      const request = new XMLHttpRequest();
      request.open('GET', address);
      request.send();
      return () => request.abort();
    },
  },
  beacon: {
    exists: () => 'sendBeacon' in navigator,
    begin: (address) => {
      navigator.sendBeacon(address);
      return nothing;
    },
  },
  websocket: {
    begin: (address) => {
      const socket = new WebSocket(socketAddress(address));
      return () => socket.close();
    },
  },
  'event-source': {
    exists: () => 'EventSource' in window,
    begin: (address) => {
      const source = new EventSource(address);
      return () => source.close();
    },
  },
  image: {
    begin: (address) => {
      const image = new Image();
      image.src = address;
      return () => {
        image.src = '';
      };
    },
  },
  script: {
    begin: (address) => {
      const script = document.createElement('script');
      script.integrity = matchesNothing.integrity;
      script.crossOrigin = matchesNothing.crossorigin;
      script.src = address;
      document.body.append(script);
      return () => script.remove();
    },
  },
  stylesheet: {
    begin: (address) => addElement('link', { rel: 'stylesheet', ...matchesNothing, href: address }),
  },
  font: {
    begin: (address) => {
      new FontFace('self-check', `url(${address})`).load().catch(nothing);
      return nothing;
    },
  },
  media: {
    begin: (address) => addElement('video', { preload: 'auto', src: address }),
  },
  frame: {
    begin: (address) => addElement('iframe', { src: address }),
  },
  prefetch: {
    exists: () => document.createElement('link').relList.supports('prefetch'),
    begin: (address) => addElement('link', { rel: 'prefetch', href: address }),
  },
} as const satisfies Partial<Record<PageWay, Attempt>>;

/** The address of a socket: what the browser reports of it has the scheme of sockets. */
export const socketAddress = (address: string): string => address.replace(/^http/, 'ws');

/** Starts an empty worker from text. */
export function beginTextWorker(): Undo {
  const url = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  try {
    worker = new Worker(url);
  } catch {
    // Refused at once, as Trusted Types do; the report of it is what counts.
  }
  return () => {
    worker?.terminate();
    URL.revokeObjectURL(url);
  };
}

/** The address that a report names for an attempt. */
export const reportedAddress = (way: keyof typeof reportedAttempts): string =>
  way === 'websocket' ? socketAddress(addressOf(way)) : addressOf(way);
