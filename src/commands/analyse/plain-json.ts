/** For `JSON.stringify`: numeric arrays as lists; what is no number of JSON (undefined, infinite) as `null`. */
export const plainJson = (_name: string, value: unknown): unknown => {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<number>);
  }
  return value instanceof Map ? Object.fromEntries(value) : value;
};
