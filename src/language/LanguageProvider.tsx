import { type ReactNode, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { wordsIn } from './catalogue';
import { type Language, locales } from './message';

const words = { fr: wordsIn('fr'), en: wordsIn('en') };

/** Words, numbers and plurals of one language for everything below; also tells the browser (`lang`). */
export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={locales[language]} messages={words[language]}>
      {children}
    </IntlProvider>
  );
}
