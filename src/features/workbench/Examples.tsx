import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { exampleIds, exampleScripts } from './example-scripts';
import styles from './workbench-view.module.css';

/** Where to begin, while nothing has been run. */
export function Examples({ onChoose }: { readonly onChoose: (script: string) => void }) {
  const { say } = useWords();
  return (
    <section className={styles.examples} aria-label={say('workbench.examples')}>
      <p>{say('workbench.nothing')}</p>
      <div className={styles.actions}>
        {exampleIds.map((id) => (
          <Button key={id} onPress={() => onChoose(exampleScripts[id])}>
            {say(`workbench.example.${id}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
