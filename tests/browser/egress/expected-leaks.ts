/**
 * What reaches another origin of each way out, measured in Chromium 156.
 * A new name in a list is a new hole; a name that goes away is good news to be written down here.
 */

/** Nothing comes of these even without any policy in headless Chromium: QUIC is off, a manifest waits for a person. */
export const silentAnyway: readonly string[] = [
  'WebTransport',
  'app manifest',
  'preconnect',
  'worker: WebTransport',
  'worker: foreign worker',
];

/** The policy without the guard, in a browser that does not know Connection-Allowlist. */
export const leaksWithoutGuard: readonly string[] = [
  'WebRTC',
  'WebRTC of a blank frame',
  'download link',
  'link',
  'location.href',
  'location.replace',
  'meta refresh',
  'navigation.navigate',
  'top navigation from a frame',
];

/** Policy and guard in a browser that does not know Connection-Allowlist: Firefox, and Chromium before 152. */
export const leaksWithoutAllowlist: readonly string[] = ['WebRTC of a blank frame'];

/** All that is shipped. */
export const leaksShipped: readonly string[] = [];
