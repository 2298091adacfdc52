import type { AnchorEvent } from '@core/cohort/anchor-event';
import { everyone, mostRules, withRuleMoved, withRules } from '@core/cohort/cohort-definition';
import { withNegated, withRuleAt, withUngrouped } from '@core/cohort/rule-combination';
import { ruleSentence } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { useCohortEditor } from '@session/use-url';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CountCode } from '../CountCode';
import { CombineDialog } from '../editor/CombineDialog';
import { RuleDialog } from '../editor/RuleDialog';
import { useExplorerCounts } from '../explorer-counts';
import styles from './attrition.module.css';
import { type AttritionRow, attritionRows, stepsByRule } from './attrition-rows';
import { IndexStep } from './IndexStep';
import { RuleList } from './RuleList';
import type { RuleAction } from './RuleRow';
import { StepCountsContext } from './step-counts';

/** Beside the charts there is room for the rules; above them, on a small screen, they start closed. */
const wide = () => window.matchMedia('(min-width: 1001px)').matches;

/** Frames that a moved row may take to stand in its new place. */
const mostFrames = 60;

/** The button that was pressed on a row that moves. */
interface HeldFocus {
  readonly key: string;
  readonly action: RuleAction;
  readonly from: Element | null;
}

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'combine'; readonly row: AttritionRow }
  | null;

/** The way from all patients to the cohort, rule by rule; the order is the reader's, and changes the path only. */
export const AttritionPanel = memo(function AttritionPanel() {
  const { cohort, counts, refreshing } = useExplorerCounts();
  const words = useWords();
  const { say } = words;
  const { setCohort, editCohort } = useCohortEditor();
  const [open, setOpen] = useState<Open>(null);
  const [moved, setMoved] = useState('');
  const rowsBefore = useRef<readonly AttritionRow[]>([]);
  const rows = useMemo(() => attritionRows(cohort.rules, rowsBefore.current), [cohort]);
  useLayoutEffect(() => {
    rowsBefore.current = rows;
  }, [rows]);
  const panel = useRef<HTMLElement>(null);
  const heldFocus = useRef<HeldFocus | null>(null);
  const patients = counts?.patients ?? 0;
  const stepCounts = useMemo(
    () => ({ patients, steps: stepsByRule(cohort, counts) }),
    [patients, cohort, counts],
  );

  const move = useCallback(
    (from: number, to: number) => {
      const shown = rowsBefore.current;
      const rule = shown[from]?.rule;
      if (rule === undefined) return;
      editCohort((before) => withRuleMoved(before, from, to));
      setMoved(
        say('explorer.moved', { rule: ruleSentence(words, rule), place: to + 1, rules: shown.length }),
      );
    },
    [editCohort, say, words],
  );

  const setIndex = useCallback(
    (index: AnchorEvent | 'index') => {
      if (index !== 'index') editCohort((before) => ({ ...before, index }));
    },
    [editCohort],
  );

  const letGo = useCallback(() => {
    heldFocus.current = null;
  }, []);

  const act = useCallback(
    (action: RuleAction, row: AttritionRow) => {
      const { place, rule } = row;
      const toPanel = () => panel.current?.querySelector<HTMLElement>('[data-add]')?.focus();
      switch (action) {
        case 'up':
        case 'down':
          heldFocus.current = { key: row.key, action, from: document.activeElement };
          // Rows may be drawn late: who has gone on before keeps the keyboard where it is.
          document.addEventListener('keydown', letGo, { capture: true, once: true });
          return move(place, action === 'up' ? place - 1 : place + 1);
        case 'edit':
          return setOpen({ kind: 'edit', row });
        case 'combine':
          return setOpen({ kind: 'combine', row });
        case 'remove':
          // The button goes with its rule: the keyboard stays at the end of the list.
          toPanel();
          return editCohort((before) => withRules(before, before.rules.toSpliced(place, 1)));
        case 'duplicate':
          return editCohort((before) => withRules(before, before.rules.toSpliced(place, 0, rule)));
        case 'negate':
          return editCohort((before) => withNegated(before, place));
        case 'ungroup':
          return editCohort((before) => withUngrouped(before, place));
        default:
          return editCohort((before) => withRuleAt(before, place, { ...rule, unknown: action }));
      }
    },
    [editCohort, move, letGo],
  );

  // A row that moves takes its buttons with it: the keyboard stays on the one that was pressed. The list draws its rows
  // some frames after its items have changed.
  useEffect(() => {
    const held = heldFocus.current;
    const place = held === null ? -1 : rows.findIndex(({ key }) => key === held.key);
    if (held === null || place === -1) return;
    heldFocus.current = null;
    let frames = 0;
    let frame = requestAnimationFrame(function focus() {
      // Who has gone on to another button meanwhile stays there.
      const active = document.activeElement;
      if (active instanceof HTMLButtonElement && active !== held.from) return;
      const row = [...(panel.current?.querySelectorAll<HTMLElement>('[data-rule]') ?? [])].find(
        ({ dataset }) => dataset.rule === held.key && dataset.place === String(place),
      );
      const pressed = row?.querySelector<HTMLElement>(`[data-action="${held.action}"]:not(:disabled)`);
      const button = pressed ?? row?.querySelector<HTMLElement>('[data-action]:not(:disabled)');
      if (button !== undefined && button !== null) return button.focus();
      frames += 1;
      if (frames < mostFrames) frame = requestAnimationFrame(focus);
    });
    // Who goes on meanwhile, to drag a row by its keys for instance, keeps the keyboard.
    const stop = () => cancelAnimationFrame(frame);
    const goingOn = ['keydown', 'pointerdown'] as const;
    for (const event of goingOn) document.addEventListener(event, stop, { capture: true, once: true });
    return () => {
      stop();
      for (const event of goingOn) document.removeEventListener(event, stop, { capture: true });
    };
  }, [rows]);

  return (
    <section ref={panel} className={styles.panel} aria-label={say('cohort.rules')}>
      <Expander
        label={say('cohort.showRules', { count: cohort.rules.length })}
        level={2}
        look="heading"
        open={wide()}
        aside={
          cohort.rules.length === 0 && cohort.index.event === 'diagnosis' ? null : (
            <Button look="quiet" onPress={() => setCohort(everyone)}>
              {say('cohort.clearAll')}
            </Button>
          )
        }
      >
        <div className={styles.body} aria-busy={refreshing}>
          <p className={styles.end}>
            {say('explorer.allPatients')} <strong>{words.number(patients)}</strong>
          </p>
          <IndexStep
            index={cohort.index}
            step={counts?.attrition.steps[0] ?? null}
            patients={patients}
            onChange={setIndex}
          />
          {rows.length === 0 ? null : (
            <StepCountsContext.Provider value={stepCounts}>
              <RuleList rows={rows} onAction={act} onMove={move} />
            </StepCountsContext.Provider>
          )}
          <p className={styles.end}>
            {say('explorer.inTheCohort')}{' '}
            <strong>{counts === null ? '…' : words.number(counts.inCohort)}</strong>
          </p>
          <Button
            look="primary"
            data-add
            isDisabled={cohort.rules.length >= mostRules}
            onPress={() => setOpen({ kind: 'add' })}
          >
            {say('explorer.addRule')}
          </Button>
          <CountCode title={say('flow.title')} fact={null} />
        </div>
      </Expander>
      <p className="visually-hidden" role="status">
        {moved}
      </p>
      {open === null || open.kind === 'combine' ? null : (
        <RuleDialog
          rule={open.kind === 'edit' ? open.row.rule : null}
          index={cohort.index}
          onClose={() => setOpen(null)}
          onDone={(rule) =>
            editCohort((before) => withRuleAt(before, open.kind === 'edit' ? open.row.place : null, rule))
          }
        />
      )}
      {open?.kind === 'combine' ? (
        <CombineDialog
          cohort={cohort}
          place={open.row.place}
          onClose={() => setOpen(null)}
          onDone={setCohort}
        />
      ) : null}
    </section>
  );
});
