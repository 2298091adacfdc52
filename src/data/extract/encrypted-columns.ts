/** Of `FileMetaData` in parquet.thrift: set in files whose columns are encrypted and whose footer is not. */
const encryptionAlgorithm = 8;

/** Beyond what a writer nests; a forged footer must not exhaust the stack. */
const deepest = 32;

/**
 * Whether the footer of a Parquet file, which anybody can read, says that its columns are encrypted. The decoder would take
 * them for damaged ones. A footer that cannot be followed to its end says nothing.
 *
 * @param footer  `FileMetaData` in Thrift's compact form
 * @see parquet-format, Encryption.md, "Plaintext footer mode"
 */
export function announcesEncryption(footer: Uint8Array): boolean {
  let at = 0;
  const byte = () => {
    const next = footer[at];
    if (next === undefined) throw new RangeError('the footer ends');
    at += 1;
    return next;
  };
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
    }
  };
  const list = (depth: number) => {
    const head = byte();
    const count = head >> 4 === 15 ? number() : head >> 4;
    for (let item = 0; item < count; item += 1) {
      if ((head & 15) <= 2) byte();
      else skip(head & 15, depth);
    }
  };
  const skip = (type: number, depth: number): void => {
    if (depth > deepest) throw new RangeError('too deep');
    if (type === 3) at += 1;
    else if (type >= 4 && type <= 6) number();
    else if (type === 7) at += 8;
    else if (type === 8) {
      const length = number();
      at += length;
    } else if (type === 9 || type === 10) list(depth + 1);
    else if (type === 12) fields(depth + 1);
    // True and false are told by the type itself; there is no map in a footer.
    else if (type > 2) throw new RangeError(`type ${type}`);
  };
  /** The numbers of the fields of a struct. */
  const fields = (depth: number): ReadonlySet<number> => {
    const seen = new Set<number>();
    let field = 0;
    for (let head = byte(); head !== 0; head = byte()) {
      field = head >> 4 === 0 ? number() / 2 : field + (head >> 4);
      seen.add(field);
      skip(head & 15, depth);
    }
    return seen;
  };
  try {
    return fields(0).has(encryptionAlgorithm);
  } catch {
    return false;
  }
}
