/** One response header: its name and its value, on one line. */
export type Header = readonly [name: string, value: string];

/**
 * Inline `<style>` elements that libraries write with constant text, allowed by hash. Recomputed from the
 * installed packages by tests/unit/commands/serve/style-hashes.test.ts; a new version may change them.
 */
export const inlineStyleHashes = {
  plotFigure: 'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww=',
  plotSwatches: 'sha256-rCZUQsEQJf1DmnfnMZmlj08XC7qbIZySA6bEtitbQ00=',
  reactAriaPress: 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
} as const;

/** The one Trusted Types policy of the app: it makes the URLs of its own workers and nothing else. */
export const trustedTypesPolicy = 'app-worker';

const contentSecurityPolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': ["'self'", ...Object.values(inlineStyleHashes).map((hash) => `'${hash}'`)],
  'img-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  sandbox: ['allow-scripts', 'allow-same-origin', 'allow-downloads'],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': [trustedTypesPolicy],
};

const refusedFeatures = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'midi',
  'payment',
  'clipboard-read',
];

/**
 * The headers of every response, errors included. They must be on the scripts of workers too: a worker takes its
 * policy from the response of its own script, not from the page (HTML standard, "initialize worker policy container").
 */
export const securityHeaders: readonly Header[] = [
  [
    'Content-Security-Policy',
    Object.entries(contentSecurityPolicy)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join('; '),
  ],
  ['Connection-Allowlist', '(response-origin)'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-DNS-Prefetch-Control', 'off'],
  ['Permissions-Policy', refusedFeatures.map((feature) => `${feature}=()`).join(', ')],
];
