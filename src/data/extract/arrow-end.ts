import { Message } from 'apache-arrow';

const continuation = -1;

/**
 * Whether an Arrow IPC stream is whole: message after message up to the end-of-stream mark, which must be its last
 * bytes (`FF FF FF FF 00 00 00 00`, before Arrow 0.15 `00 00 00 00`). Without the mark a stream that was cut between
 * two messages looks like a shorter one, and readers take it for that. The format lets a writer leave the mark out
 * (Arrow columnar format, "IPC Streaming Format"); such a stream cannot be told from a cut one and is not whole.
 * Bytes after the mark (two streams in one file) would never be read, so they make it not whole either.
 */
export function isWholeStream(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (offset + 4 <= bytes.length) {
    let metadataLength = view.getInt32(offset, true);
    offset += 4;
    if (metadataLength === continuation && offset + 4 <= bytes.length) {
      metadataLength = view.getInt32(offset, true);
      offset += 4;
    }
    if (metadataLength === 0) return offset === bytes.length;
    if (metadataLength < 0 || offset + metadataLength > bytes.length) return false;
    const { bodyLength } = Message.decode(bytes.subarray(offset, offset + metadataLength));
    offset += metadataLength + bodyLength;
  }
  return false;
}
