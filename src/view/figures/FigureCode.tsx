import { useWords } from '@language/use-words';
import { Expander } from '@view/ui/Expander';
import { FigureCodeSlot } from '@view/ui/figure-code-slot';
import type { ReactNode } from 'react';
import { CodePanel, type FigureCodeActions } from './CodePanel';

interface Props {
  readonly code: FigureCodeActions;
  readonly children: ReactNode;
}

/** Lays the code of a figure under it. */
export function FigureCode({ code, children }: Props) {
  const { say } = useWords();
  return (
    <FigureCodeSlot
      value={
        <Expander label={say('code.show')} level={3} look="link">
          <CodePanel code={code} />
        </Expander>
      }
    >
      {children}
    </FigureCodeSlot>
  );
}
