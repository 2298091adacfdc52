/** One thing wrong in a contract document: where, and what to do about it. */
export interface ContractProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * A value of a parsed YAML document with its path. Every reader returns a usable value whatever it finds
 * and notes the problem, so that one run lists all problems of a document.
 */
export class ContractNode {
  readonly path: string;
  readonly value: unknown;
  readonly #problems: ContractProblem[];

  constructor(value: unknown, path: string, problems: ContractProblem[]) {
    this.value = value;
    this.path = path;
    this.#problems = problems;
  }

  problem(message: string): void {
    this.#problems.push({ path: this.path, message });
  }

  get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  at(key: string | number): ContractNode {
    const child = isRecord(this.value)
      ? this.value[key]
      : Array.isArray(this.value)
        ? this.value[Number(key)]
        : undefined;
    const path = typeof key === 'number' ? `${this.path}[${key}]` : this.path ? `${this.path}.${key}` : key;
    return new ContractNode(child, path, this.#problems);
  }

  /** Notes every key outside `allowed`: a misspelt key would otherwise be a rule that silently does nothing. */
  keys(allowed: readonly string[]): void {
    if (!isRecord(this.value)) {
      this.problem('must be a mapping');
      return;
    }
    for (const key of Object.keys(this.value)) {
      if (!allowed.includes(key)) this.at(key).problem(`unknown key; one of ${allowed.join(', ')}`);
    }
  }

  /** The items of a list; an absent list is empty, an empty or missing one is a problem when `filled`. */
  items({ filled = false } = {}): readonly ContractNode[] {
    const list: readonly unknown[] = Array.isArray(this.value) ? this.value : [];
    if (this.present && !Array.isArray(this.value)) this.problem('must be a list');
    else if (filled && list.length === 0) this.problem('must be a list with at least one item');
    return list.map((_, index) => this.at(index));
  }

  text(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.problem('must be a text');
    return '';
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.problem('must be true or false');
    return this.value === true;
  }

  number(): number {
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return this.value;
    this.problem('must be a number');
    return 0;
  }

  oneOf<T extends string>(allowed: readonly [T, ...T[]]): T {
    const found = allowed.find((item) => item === this.value);
    if (found === undefined) this.problem(`must be one of ${allowed.join(', ')}`);
    return found ?? allowed[0];
  }

  matching(pattern: RegExp, what: string): string {
    const text = this.text();
    if (text !== '' && !pattern.test(text)) this.problem(`must be ${what}`);
    return text;
  }

  /** The value of one entry of `customProperties`, the extension point of ODCS. */
  custom(property: string): ContractNode {
    const list = this.at('customProperties');
    const index = list.items().findIndex((item) => item.at('property').value === property);
    const path = `${list.path}[${property}]`;
    return new ContractNode(index < 0 ? undefined : list.at(index).at('value').value, path, this.#problems);
  }

  /** Notes custom properties outside `allowed` and those given twice. */
  customNames(allowed: readonly string[]): void {
    const seen = new Set<string>();
    for (const item of this.at('customProperties').items()) {
      item.keys(['property', 'value']);
      const name = item.at('property').text();
      if (!allowed.includes(name))
        item.problem(`unknown custom property "${name}"; one of ${allowed.join(', ')}`);
      if (seen.has(name)) item.problem(`custom property "${name}" is given twice`);
      seen.add(name);
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
