import { useWords } from '@language/use-words';
import type { Feature } from '@session/feature';
import { useExtractSession } from '@session/use-extract';
import { Notice } from '@view/ui/Notice';
import { StandingNotes } from '@view/ui/standing-notes';
import { Suspense, useEffect } from 'react';
import { CohortBar } from './CohortBar';
import { FigureNotes } from './FigureNotes';
import styles from './shell.module.css';

const figureNotes = <FigureNotes />;

/** One screen under its title, with the cohort in sight; a screen that needs an extract waits for one. */
export function Screen({ feature }: { readonly feature: Feature }) {
  const { say } = useWords();
  const { extract, opening } = useExtractSession();
  const title = say(feature.title);
  useEffect(() => {
    document.title = `${title} – ${say('shell.product')}`;
  }, [title, say]);
  const { View } = feature;
  return (
    <>
      <header className={styles.screenHead}>
        <h1>{title}</h1>
        {extract === null || !feature.needsExtract ? null : (
          <CohortBar editable={feature.id !== 'cohort-builder'} />
        )}
      </header>
      {feature.needsExtract && extract === null ? (
        opening === null ? (
          <Notice tone="info" title={say('shell.noExtract')} />
        ) : null
      ) : (
        <Suspense fallback={<p aria-busy="true">{say('figure.asking')}</p>}>
          <StandingNotes value={extract === null ? null : figureNotes}>
            <View />
          </StandingNotes>
        </Suspense>
      )}
    </>
  );
}
