import type { MessageGroup } from '../message';

/** The quality screen. */
export const qualityMessages = {
  'quality.severity.error': { fr: 'Erreur', en: 'Error' },
  'quality.severity.warning': { fr: 'Avertissement', en: 'Warning' },
  'quality.severity.info': { fr: 'Information', en: 'Information' },
} satisfies MessageGroup;
