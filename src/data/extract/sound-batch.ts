import { type Data, DataType, type RecordBatch, type Vector } from 'apache-arrow';

/**
 * Whether the buffers of a batch hold all that the batch says: rows, ends of texts, codes of dictionaries. The engine reads
 * where they point without looking, so that a forged one would give it memory of its own for a text, or stop it.
 */
export function isSoundBatch(batch: RecordBatch): boolean {
  return batch.data.children.every(isSound);
}

const soundDictionaries = new WeakSet<Vector>();

function isSound(data: Data): boolean {
  const { type, length, nullBitmap } = data;
  if (DataType.isNull(type)) return true;
  if (nullBitmap.length > 0 && nullBitmap.length * 8 < length) return false;
  if (DataType.isDictionary(type)) return isSoundCode(data);
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return hasOrderedEnds(data);
  if (DataType.isBool(type)) return data.values.length * 8 >= length;
  return data.values.length >= length * data.stride;
}

/** Codes of rows without a value may be anything. */
function isSoundCode(data: Data): boolean {
  const { values, length, dictionary } = data;
  if (dictionary === undefined || values.length < length) return false;
  if (!soundDictionaries.has(dictionary)) {
    if (!dictionary.data.every(isSound)) return false;
    soundDictionaries.add(dictionary);
  }
  for (let row = 0; row < length; row += 1) {
    const code = values[row];
    if ((code < 0 || code >= dictionary.length) && data.getValid(row)) return false;
  }
  return true;
}

function hasOrderedEnds({ valueOffsets, values, length }: Data): boolean {
  const ends: ArrayLike<number | bigint> = valueOffsets;
  if (length === 0) return true;
  if (ends.length <= length) return false;
  let before: number | bigint = 0;
  for (let row = 0; row <= length; row += 1) {
    const end = ends[row] ?? -1;
    if (end < before) return false;
    before = end;
  }
  return before <= values.length;
}
