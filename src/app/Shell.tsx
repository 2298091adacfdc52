import { LanguageProvider } from '@language/LanguageProvider';
import { languageOf, themeOf } from '@session/url-state';
import { useUrlParameter } from '@session/use-url';
import { WorkspaceProvider } from '@session/WorkspaceProvider';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { DropTarget } from './DropTarget';
import { OpeningPanel } from './OpeningPanel';
import { SessionClosed } from './SessionClosed';
import { SideBar } from './SideBar';
import { SkipLink } from './SkipLink';
import styles from './shell.module.css';

const darkQuery = '(prefers-color-scheme: dark)';

/** What surrounds every screen: language, theme, navigation, the extract being opened, and where to drop one. */
export function Shell() {
  const [link] = useUrlParameter('lang');
  const [askedTheme] = useUrlParameter('theme');
  const language = languageOf(link, navigator.languages);
  const theme = useTheme(themeOf(askedTheme));
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <LanguageProvider language={language}>
      <I18nProvider locale={language === 'fr' ? 'fr-FR' : 'en-GB'}>
        <SkipLink />
        <div className={styles.shell}>
          <SideBar />
          <main id="content" className={styles.main} tabIndex={-1}>
            <SessionClosed />
            <OpeningPanel />
            <WorkspaceProvider>
              <Outlet />
            </WorkspaceProvider>
          </main>
        </div>
        <DropTarget />
      </I18nProvider>
    </LanguageProvider>
  );
}

/** The theme to draw: the one asked for, or the system's, followed while it changes. */
function useTheme(asked: 'system' | 'light' | 'dark'): 'light' | 'dark' {
  const [systemDark, setSystemDark] = useState(() => window.matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = window.matchMedia(darkQuery);
    const follow = () => setSystemDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  if (asked !== 'system') return asked;
  return systemDark ? 'dark' : 'light';
}
