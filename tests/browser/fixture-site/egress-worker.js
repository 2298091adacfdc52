// Tries one way out of a worker; the page names it and the address to reach.
const attempts = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  'synchronous XHR': (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    request.send();
  },
  WebSocket: (url) => new WebSocket(url.replace('http', 'ws')),
  EventSource: (url) => new EventSource(url),
  importScripts: (url) => importScripts(url),
  'dynamic import': (url) => import(url),
  WebTransport: (url) => new WebTransport(url.replace('http:', 'https:')).ready,
  'blob worker': (url) =>
    new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`]))),
  'foreign worker': (url) => new Worker(url),
  'cache add': async (url) => (await caches.open('x')).add(new Request(url, { mode: 'no-cors' })),
};

self.onmessage = async ({ data: { attempt, url } }) => {
  try {
    await attempts[attempt](url);
    self.postMessage('done');
  } catch (error) {
    self.postMessage(String(error));
  }
};
// Late enough for a debugger to have attached.
setTimeout(() => self.postMessage('ready'), 200);
