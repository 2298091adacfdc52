/** Makes a forgotten case of a union a compile error, and a broken promise at run time a loud one. */
export function assertNever(value: never, where: string): never {
  throw new TypeError(`unexpected case in ${where}: ${JSON.stringify(value)}`);
}
