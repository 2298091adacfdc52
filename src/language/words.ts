import type { IntlShape } from 'react-intl';
import { catalogue, type MessageId } from './catalogue';
import { type Language, languages } from './message';

export type WordValues = Readonly<Record<string, string | number>>;

/** Words and numbers in the language of the screen. */
export interface Words {
  readonly language: Language;
  /** A message of the catalogue with its placeholders filled. */
  say(id: MessageId, values?: WordValues): string;
  /** The name of a code (`clinic.sex.F`); the code itself when the catalogue has no name for it (a centre). */
  name(variable: string, code: string): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A probability in [0, 1] as a percentage. */
  percent(probability: number, digits?: number): string;
  /** «a, b and c». */
  list(items: readonly string[]): string;
  /** «a, b or c». */
  alternatives(items: readonly string[]): string;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a number format costs a hundred times more than using it. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const name = `${locale} ${JSON.stringify(options)}`;
  const format = numberFormats.get(name) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(name, format);
  return format;
}

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const name = `${locale} ${type}`;
  const format = listFormats.get(name) ?? new Intl.ListFormat(locale, { type });
  listFormats.set(name, format);
  return format;
}

/** What makes a message more than its text. */
const marks = /[{}'<>#]/;

const made = new WeakMap<IntlShape, Words>();

/** Words and numbers of one language, from what the i18n library made of its catalogue; the same ones every time. */
export function wordsOf(intl: IntlShape): Words {
  const words = made.get(intl) ?? newWords(intl);
  made.set(intl, words);
  return words;
}

function newWords(intl: IntlShape): Words {
  const messages = intl.messages as Readonly<Record<string, unknown>>;
  const say = (id: MessageId, values?: WordValues) => {
    const message = messages[String(id)];
    // Most messages are nothing but their text: the library would read each of them again and again.
    if (typeof message === 'string' && message !== '' && !marks.test(message)) return message;
    return intl.formatMessage({ id: String(id) }, values === undefined ? {} : { ...values });
  };
  return {
    language: languages.find((language) => intl.locale.startsWith(language)) ?? 'fr',
    say,
    name: (variable, code) => {
      const id = `clinic.${variable}.${code}`;
      return id in catalogue ? say(id as MessageId) : code;
    },
    number: (value, options) => numberFormat(intl.locale, options).format(value),
    percent: (probability, digits = 0) =>
      numberFormat(intl.locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(probability),
    list: (items) => listFormat(intl.locale, 'conjunction').format(items),
    alternatives: (items) => listFormat(intl.locale, 'disjunction').format(items),
  };
}
