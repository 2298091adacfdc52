import { languages } from '@language/message';
import { useWords } from '@language/use-words';
import { featureGroups } from '@session/feature';
import { themeOf, themes } from '@session/url-state';
import { useExtractSession } from '@session/use-extract';
import { useUrlParameter } from '@session/use-url';
import { Link, useLocation } from '@tanstack/react-router';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Icon } from '@view/ui/Icon';
import { Segments } from '@view/ui/Segments';
import { useChosenInRow } from '@view/ui/use-chosen-in-row';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { CloseSession } from './CloseSession';
import { features } from './features';
import styles from './side-bar.module.css';

export function SideBar() {
  const { say, language } = useWords();
  const [, setLanguage] = useUrlParameter('lang');
  const [theme, setTheme] = useUrlParameter('theme');
  const { extract } = useExtractSession();
  const nav = useChosenInRow<HTMLElement>(
    '[aria-current=page]',
    useLocation({ select: (at) => at.pathname }),
  );
  const [footShown, setFootShown] = useState(false);
  const foot = useId();
  return (
    <div className={styles.side}>
      <div className={styles.brand}>
        <svg aria-hidden="true" width="26" height="26" viewBox="0 0 26 26">
          <rect width="26" height="26" rx="6" fill="var(--accent)" />
          <path
            d="M5 7h5v4h5v4h6"
            fill="none"
            stroke="var(--accent-ink)"
            strokeWidth="2.25"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          <path
            d="M5 20h16"
            stroke="var(--accent-ink)"
            strokeWidth="1.5"
            strokeLinecap="round"
            opacity="0.65"
          />
        </svg>
        <span>{say('shell.product')}</span>
        {extract?.synthetic === true ? (
          <span className={`${styles.badge} ${styles.narrow}`}>{say('shell.synthetic')}</span>
        ) : null}
        <Button
          className={`${styles.more} ${styles.narrow}`}
          aria-label={say('shell.settings')}
          aria-expanded={footShown}
          aria-controls={foot}
          onPress={() => setFootShown(!footShown)}
        >
          <Icon name="more" />
        </Button>
      </div>
      <nav ref={nav} className={styles.nav} aria-label={say('shell.navigation')}>
        {featureGroups.map((group) => (
          <div key={group} className={styles.group}>
            <p id={`screens-${group}`} className={styles.groupName}>
              {say(`shell.group.${group}`)}
            </p>
            <ul aria-labelledby={`screens-${group}`}>
              {features
                .filter((feature) => feature.group === group)
                .map((feature) => (
                  <li key={feature.id}>
                    <Link
                      to={feature.path}
                      search={((before: unknown) => before) as never}
                      className={styles.link}
                      activeProps={{ 'aria-current': 'page' }}
                    >
                      <Icon name={feature.icon} />
                      <span>{say(feature.title)}</span>
                    </Link>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      <div id={foot} className={styles.foot} data-shown={footShown}>
        {extract === null ? null : (
          <p className={styles.extract}>
            {extract.synthetic === true ? (
              <span className={styles.badge}>{say('shell.synthetic')}</span>
            ) : null}
            <span>{extract.manifest?.extract_id ?? say('extract.unnamed')}</span>
          </p>
        )}
        <CloseSession />
        <p className={styles.stays}>{say('shell.stays')}</p>
        <div className={styles.settings}>
          <Segments
            label={say('shell.language')}
            labelHidden
            options={languages.map((id) => ({ id, label: say(`shell.language.${id}`) }))}
            chosen={language}
            onChoose={setLanguage}
          />
          <ChoiceField
            label={say('shell.theme')}
            options={themes.map((id) => ({ id, label: say(`shell.theme.${id}`) }))}
            chosen={themeOf(theme)}
            onChoose={(chosen) => setTheme(chosen === 'system' ? undefined : chosen)}
          />
        </div>
      </div>
    </div>
  );
}
