/** The languages of every screen. French first: it is what the registry speaks. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** How each writes its numbers and dates. */
export const locales = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;

/** One message in ICU MessageFormat, in both languages: a forgotten translation is a type error. */
export type Message = Readonly<Record<Language, string>>;

/** The messages of one area; the ids start with the area's name (`extract.title`). */
export type MessageGroup = Readonly<Record<string, Message>>;
