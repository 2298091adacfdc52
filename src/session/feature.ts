import type { MessageId } from '@language/catalogue';
import type { ComponentType, LazyExoticComponent } from 'react';

/** What the screens of the navigation are gathered under, in its order. */
export const featureGroups = ['cohort', 'response', 'remission', 'practice', 'bench', 'extract'] as const;
export type FeatureGroup = (typeof featureGroups)[number];

/** What the shell needs to know of a screen: one object per feature, one line in `app/features.ts`. */
export interface Feature {
  readonly id: string;
  readonly path: `/${string}`;
  readonly title: MessageId;
  readonly group: FeatureGroup;
  readonly icon:
    | 'cohort'
    | 'patients'
    | 'comparison'
    | 'response'
    | 'milestones'
    | 'depth'
    | 'predictors'
    | 'remission'
    | 'eligibility'
    | 'survival'
    | 'models'
    | 'practice'
    | 'centres'
    | 'report'
    | 'workbench'
    | 'notebooks'
    | 'extract'
    | 'quality'
    | 'exports'
    | 'numbers'
    | 'privacy';
  readonly View: LazyExoticComponent<ComponentType> | ComponentType;
  /** Opens without an extract. */
  readonly needsExtract: boolean;
}
