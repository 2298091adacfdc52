import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupLevels } from '@core/analyses/group-variable';
import { numberedEvents, singleEvents } from '@core/cohort/anchor-event';
import { eventTable } from '@core/cohort/event-vocabulary';
import { factIds, facts } from '@core/cohort/fact-vocabulary';
import { linkedTables } from '@core/cohort/patient-record';
import { catalogue, wordsIn } from '@language/catalogue';
import { codeListOf } from '@language/code-name';
import { languages } from '@language/message';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

const ids = Object.keys(catalogue) as (keyof typeof catalogue)[];

/** Names of the placeholders of an ICU message, those inside plurals included. */
function placeholders(text: string): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    if (typeof node !== 'object' || node === null) return;
    const { type, value } = node as { type?: number; value?: unknown };
    if (type !== 0 && type !== 7 && typeof value === 'string') names.add(value);
    const { options } = node as { options?: Record<string, { value: unknown }> };
    for (const option of Object.values(options ?? {})) visit(option.value);
  };
  visit(new IntlMessageFormat(text, 'en').getAst());
  return [...names].sort();
}

describe('the message catalogue', () => {
  it('says every message in both languages, with the same placeholders', () => {
    const unequal = ids.filter(
      (id) => placeholders(catalogue[id].fr).join() !== placeholders(catalogue[id].en).join(),
    );
    expect(unequal).toEqual([]);
    for (const language of languages) expect(Object.keys(wordsIn(language))).toEqual(ids);
  });

  it('writes French as French is written: typographic apostrophes', () => {
    expect(ids.filter((id) => catalogue[id].fr.includes("'"))).toEqual([]);
  });

  it('names every variable and every code that a screen can show', () => {
    const asked = [
      ...factIds.flatMap((fact) => {
        const vocabulary = facts[fact];
        const codes = vocabulary.kind === 'category' ? (vocabulary.levels ?? []) : [];
        return [`clinic.${fact}`, ...codes.map((code) => `clinic.${codeListOf(fact)}.${code}`)];
      }),
      ...linkedTables.flatMap((table) => [
        `event.${table}`,
        ...eventTable(table).days.map((day) => `eventDay.${day}`),
        ...Object.entries(eventTable(table).columns).flatMap(([column, vocabulary]) => {
          const name = `${table}.${column}`;
          const codes = vocabulary.kind === 'category' ? (vocabulary.levels ?? []) : [];
          return [`event.${name}`, ...codes.map((code) => `clinic.${codeListOf(name)}.${code}`)];
        }),
      ]),
      ...[...singleEvents, ...numberedEvents].map((event) => `anchor.${event}`),
      ...Object.entries(groupLevels).flatMap(([variable, codes]) => [
        `clinic.${variable}`,
        ...codes.map((code) => `clinic.${variable}.${code}`),
      ]),
    ];
    expect(asked.filter((id) => !(id in catalogue))).toEqual([]);
  });

  it('holds no message that no screen says', { timeout: 20_000 }, () => {
    const sources = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('messages'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    // Ids put together from a code (`clinic.${variable}`): every id with that beginning counts as said.
    const beginnings = [...sources.matchAll(/[`']([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map(
      ([, start]) => start ?? '',
    );
    const starts = [...new Set(beginnings)];
    const quoted = new Set([...sources.matchAll(/'([^'\s]+)(?=')/g)].map(([, text]) => text));
    const silent = ids.filter((id) => !quoted.has(id) && !starts.some((start) => id.startsWith(start)));
    expect(silent).toEqual([]);
  });
});
