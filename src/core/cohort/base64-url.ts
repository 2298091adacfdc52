const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Text as base64url (RFC 4648, section 5) of its UTF-8, without padding; written out because `core` has no `btoa`. */
export function base64UrlEncoded(text: string): string {
  const bytes = utf8(text);
  let encoded = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i] ?? 0, bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const letters = b === undefined ? 2 : c === undefined ? 3 : 4;
    for (let k = 0; k < letters; k++) encoded += alphabet[(word >> (18 - 6 * k)) & 63];
  }
  return encoded;
}

/** The inverse; `null` for a text that is no base64url of UTF-8. */
export function base64UrlDecoded(encoded: string): string | null {
  if (!/^[A-Za-z0-9_-]*$/.test(encoded) || encoded.length % 4 === 1) return null;
  let percent = '';
  let word = 0;
  let bits = 0;
  for (const letter of encoded) {
    word = ((word << 6) | alphabet.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    percent += `%${((word >> bits) & 255).toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(percent);
  } catch {
    return null;
  }
}

function utf8(text: string): number[] {
  // A lone surrogate has no UTF-8; it becomes the replacement character, as TextEncoder does.
  const whole = text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
  const bytes: number[] = [];
  const encoded = encodeURIComponent(whole);
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(Number.parseInt(encoded.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(encoded.charCodeAt(i));
  }
  return bytes;
}
