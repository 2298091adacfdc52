import type { MessageGroup } from '../message';

export const remissionMessages = {
  'remission.title': { fr: 'Rémission sans traitement', en: 'Treatment-free remission' },
  'remission.interval.log': { fr: 'log (défaut de R)', en: 'log (R’s default)' },
  'remission.interval.log-log': { fr: 'log-log', en: 'log-log' },
  'remission.interval.plain': { fr: 'simple', en: 'plain' },
  'remission.monthsValue': { fr: '{months} mois', en: '{months} months' },
} as const satisfies MessageGroup;
