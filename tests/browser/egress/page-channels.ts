/** Runs inside the page: tries one way out towards `url`. Self-contained, because it is sent there as text. */
type Attempt = (url: string) => unknown;

/** Adds an element and lets the browser do the rest. */
const viaElement = (tag: string, attributes: Readonly<Record<string, string>>) => ({ tag, attributes });

export type PageChannel =
  | Attempt
  | { readonly code: (url: string) => string }
  | { readonly tag: string; readonly attributes: Readonly<Record<string, string>> };

/** The ways out of a page that code in it can try. In the attributes of an element, `$url` is the foreign address. */
export const pageChannels: Readonly<Record<string, PageChannel>> = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  'fetch with keepalive': (url) =>
    fetch(url, { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true }),
  fetchLater: (url) => {
    const later: unknown = Reflect.get(window, 'fetchLater');
    if (typeof later === 'function') later(url, { activateAfter: 0 });
  },
  XHR: (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  },
  beacon: (url) => navigator.sendBeacon(url, 'x'),
  WebSocket: (url) => void new WebSocket(url.replace('http', 'ws')),
  EventSource: (url) => void new EventSource(url),
  WebTransport: (url) => void new WebTransport(url.replace('http:', 'https:')).ready.catch(() => 0),
  'dynamic import': { code: (url) => `import(${JSON.stringify(url)}).catch(() => 0)` },
  script: viaElement('script', { src: '$url' }),
  'module script': viaElement('script', { src: '$url', type: 'module' }),
  stylesheet: viaElement('link', { rel: 'stylesheet', href: '$url' }),
  'style attribute': viaElement('div', { style: 'height: 9px; background: url($url)' }),
  'style by CSSOM': (url) => {
    const box = document.createElement('div');
    box.style.height = '9px';
    box.style.backgroundImage = `url(${url})`;
    document.body.append(box);
  },
  'constructed stylesheet': (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { background: url(${url}) }`);
    document.adoptedStyleSheets = [sheet];
  },
  'font face': (url) => new FontFace('x', `url(${url})`).load().catch(() => 0),
  image: viaElement('img', { src: '$url' }),
  'image source set': viaElement('img', { srcset: '$url 2x, $url 1x' }),
  'image by constructor': (url) => {
    new Image().src = url;
  },
  'image of an input': viaElement('input', { type: 'image', src: '$url' }),
  'SVG image': (url) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', url);
    svg.append(image);
    document.body.append(svg);
  },
  video: viaElement('video', { src: '$url', autoplay: '' }),
  'video poster': viaElement('video', { poster: '$url' }),
  audio: viaElement('audio', { src: '$url', preload: 'auto' }),
  object: viaElement('object', { data: '$url' }),
  embed: viaElement('embed', { src: '$url' }),
  favicon: viaElement('link', { rel: 'icon', href: '$url' }),
  prefetch: viaElement('link', { rel: 'prefetch', href: '$url' }),
  preload: viaElement('link', { rel: 'preload', as: 'image', href: '$url' }),
  modulepreload: viaElement('link', { rel: 'modulepreload', href: '$url' }),
  'speculation rules': (url) => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] });
    document.head.append(script);
  },
  frame: viaElement('iframe', { src: '$url' }),
  'fetch in a blank frame': (url) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const foreignFetch: unknown = frame.contentWindow && Reflect.get(frame.contentWindow, 'fetch');
    if (typeof foreignFetch === 'function') foreignFetch(url, { mode: 'no-cors' }).catch(() => 0);
  },
  'image in a srcdoc frame': viaElement('iframe', { srcdoc: '<img src="$url">' }),
  'image in a blob frame': (url) => {
    const frame = document.createElement('iframe');
    frame.src = URL.createObjectURL(new Blob([`<img src="${url}">`], { type: 'text/html' }));
    document.body.append(frame);
  },
  'blob worker': (url) => {
    const code = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`;
    void new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
  'data worker': (url) => {
    const code = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`;
    void new Worker(`data:text/javascript,${encodeURIComponent(code)}`);
  },
  'shared blob worker': (url) => {
    const code = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' })`;
    void new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
  'form post': (url) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = url;
    document.body.append(form);
    form.submit();
  },
  'form get in a new tab': (url) => {
    const form = document.createElement('form');
    form.action = url;
    form.target = '_blank';
    document.body.append(form);
    form.submit();
  },
  'ping of a link': (url) => {
    const link = document.createElement('a');
    link.href = '#here';
    link.ping = url;
    document.body.append(link);
    link.click();
  },
  'window.open': (url) => void window.open(url),
  'window.open, then navigated': (url) => {
    const other = window.open('about:blank');
    if (other) other.location.href = url;
  },
  'link to a new tab': (url) => {
    const link = document.createElement('a');
    link.href = url;
    link.target = '_blank';
    document.body.append(link);
    link.click();
  },
  link: (url) => {
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
  },
  'download link': (url) => {
    const link = document.createElement('a');
    link.href = url;
    link.download = 'x.csv';
    document.body.append(link);
    link.click();
  },
  'location.href': (url) => {
    window.location.href = url;
  },
  'location.replace': (url) => window.location.replace(url),
  'navigation.navigate': (url) => {
    window.navigation.navigate(url).finished?.catch(() => 0);
  },
  'meta refresh': viaElement('meta', { 'http-equiv': 'refresh', content: '0; url=$url' }),
  'top navigation from a frame': (url) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const setter = frame.contentWindow && Reflect.get(frame.contentWindow, 'top');
    if (setter) setter.location.href = url;
  },
  'federated sign-in': (url) => {
    const identity = { providers: [{ configURL: url, clientId: 'x' }] };
    navigator.credentials.get({ identity } as CredentialRequestOptions).catch(() => 0);
  },
  preconnect: viaElement('link', { rel: 'preconnect', href: '$url' }),
  'app manifest': viaElement('link', { rel: 'manifest', href: '$url' }),
};

/** Ways out that take the page away, use up the one gesture of a person, or get the page killed: one page each. */
export const leavesPage: ReadonlySet<string> = new Set([
  'form post',
  'link',
  'download link',
  'location.href',
  'location.replace',
  'navigation.navigate',
  'meta refresh',
  'top navigation from a frame',
  'window.open',
  'window.open, then navigated',
  'link to a new tab',
  'form get in a new tab',
  'WebRTC',
  'WebRTC of a blank frame',
]);

/** Runs inside the page: asks a STUN server of the given port for the address of this machine, by UDP. */
export function peerConnection({ port, fromFrame }: { port: number; fromFrame: boolean }): void {
  let home: Window = window;
  if (fromFrame) {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    home = frame.contentWindow ?? window;
  }
  const Connection: unknown = Reflect.get(home, 'RTCPeerConnection');
  if (typeof Connection !== 'function') return;
  const connection = Reflect.construct(Connection, [{ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] }]);
  connection.createDataChannel('x');
  connection.createOffer().then((offer: unknown) => connection.setLocalDescription(offer));
}

/** Runs inside the page: adds the element of a channel. */
export function addElement([tag, attributes]: [string, Record<string, string>]): void {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.head.append(element);
  if (!['link', 'meta', 'script'].includes(tag)) document.body.append(element);
}

/** Runs inside the page: starts the worker of the fixture site and lets it try. */
export function tryInWorker([attempt, url]: [string, string]): Promise<string> {
  const rules = { createScriptURL: (name: string) => name };
  const factory = Reflect.get(window, 'trustedTypes') as
    | { createPolicy(name: string, given: typeof rules): typeof rules }
    | undefined;
  const made = Reflect.get(window, 'madePolicy') as typeof rules | undefined;
  const policy = made ?? factory?.createPolicy('app-worker', rules) ?? rules;
  Reflect.set(window, 'madePolicy', policy);
  const worker = new Worker(policy.createScriptURL('./egress-worker.js'));
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error('the worker did not start'));
    worker.onmessage = ({ data }) => {
      if (data === 'ready') worker.postMessage({ attempt, url });
      else resolve(data);
    };
    setTimeout(() => resolve('no answer'), 3000);
  });
}

export const workerChannels = [
  'fetch',
  'synchronous XHR',
  'WebSocket',
  'EventSource',
  'importScripts',
  'dynamic import',
  'WebTransport',
  'blob worker',
  'foreign worker',
  'cache add',
] as const;
