/** What should have stood where a definition could not be read. */
export type Expectation =
  | { readonly kind: 'object' | 'text' | 'not-empty' | 'range' | 'present' | 'unique' }
  | { readonly kind: 'one-of'; readonly options: readonly string[] }
  | { readonly kind: 'only'; readonly options: readonly string[] }
  | { readonly kind: 'number' | 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'list' | 'at-most' | 'depth' | 'length'; readonly most: number };

/** Where (`rules[2].condition.table`) and what was expected there. What stood there is not repeated. */
export interface JsonFault {
  readonly path: string;
  readonly expected: Expectation;
}

export class JsonFaultError extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(`${fault.path}: ${fault.expected.kind}`);
    this.name = 'JsonFaultError';
    this.fault = fault;
  }
}

/** Reads one value of parsed JSON, and knows where it stands. Every reading throws a `JsonFaultError` on what it is not. */
export class FieldReader {
  readonly #value: unknown;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    this.#value = value;
    this.#path = path;
  }

  fail(expected: Expectation): never {
    throw new JsonFaultError({ path: this.#path, expected });
  }

  #object(): Readonly<Record<string, unknown>> {
    const value = this.#value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail({ kind: 'object' });
    return value as Readonly<Record<string, unknown>>;
  }

  /** Present, and not `null`: an absent member and one that is `null` say the same. */
  has(name: string): boolean {
    const object = this.#object();
    return Object.hasOwn(object, name) && object[name] !== null && object[name] !== undefined;
  }

  get(name: string): FieldReader {
    const path = this.#path === '' ? name : `${this.#path}.${name}`;
    const present = this.has(name);
    const field = new FieldReader(present ? this.#object()[name] : undefined, path);
    if (!present) field.fail({ kind: 'present' });
    return field;
  }

  /** Refuses members of any other name: a misspelt one must not be ignored. */
  only(names: readonly string[]): void {
    if (Object.keys(this.#object()).some((name) => !names.includes(name)))
      this.fail({ kind: 'only', options: names });
  }

  isText(): boolean {
    return typeof this.#value === 'string';
  }

  /** One of some texts. */
  oneOf<Option extends string>(options: readonly Option[]): Option {
    return options.find((option) => option === this.#value) ?? this.fail({ kind: 'one-of', options });
  }

  /** This number and no other. */
  exactly(number: number): void {
    if (this.#value !== number) this.fail({ kind: 'one-of', options: [String(number)] });
  }

  truth(): boolean {
    const value = this.#value;
    return typeof value === 'boolean' ? value : this.fail({ kind: 'one-of', options: ['true', 'false'] });
  }

  /** A text without control characters, of at most so many code points. */
  text(longest: number): string {
    const value = this.#value;
    if (typeof value !== 'string' || value === '') this.fail({ kind: 'text' });
    if (value.length > 2 * longest || [...value].length > longest)
      this.fail({ kind: 'length', most: longest });
    if (/\p{C}/u.test(value)) this.fail({ kind: 'text' });
    return value;
  }

  number(least: number, most: number): number {
    const value = this.#value;
    if (typeof value !== 'number' || !(value >= least && value <= most))
      this.fail({ kind: 'number', least, most });
    return value + 0;
  }

  integer(least: number, most: number): number {
    const value = this.#value;
    if (!Number.isInteger(value) || !((value as number) >= least && (value as number) <= most)) {
      this.fail({ kind: 'integer', least, most });
    }
    return value as number;
  }

  list(most: number): readonly FieldReader[] {
    const value = this.#value;
    if (!Array.isArray(value)) this.fail({ kind: 'list', most });
    if (value.length > most) this.fail({ kind: 'at-most', most });
    return Array.from(value, (item, index) => new FieldReader(item, `${this.#path}[${index}]`));
  }
}
