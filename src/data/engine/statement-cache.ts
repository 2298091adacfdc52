/** Prepared statements kept per connection; each holds a plan in the engine's memory. */
const kept = 64;

/** Names of prepared statements by their SQL, least recently used first; the oldest is forgotten beyond 64. */
export class StatementCache {
  readonly #names = new Map<string, string>();
  readonly #send: (sql: string) => Promise<unknown>;
  #made = 0;

  constructor(send: (sql: string) => Promise<unknown>) {
    this.#send = send;
  }

  async nameOf(sql: string): Promise<string> {
    const known = this.#names.get(sql);
    if (known !== undefined) {
      this.#names.delete(sql);
      this.#names.set(sql, known);
      return known;
    }
    this.#made += 1;
    const name = `statement_${this.#made}`;
    await this.#send(`prepare ${name} as ${sql}`);
    this.#names.set(sql, name);
    const [oldest] = this.#names;
    if (this.#names.size > kept && oldest !== undefined) {
      this.#names.delete(oldest[0]);
      await this.#send(`deallocate ${oldest[1]}`);
    }
    return name;
  }
}
