import { runSelfCheck, type SelfCheck } from '@data/egress/self-check';
import type { Engine } from '@data/engine/engine';

declare global {
  interface Window {
    /** Runs the self-check of the app, beside an engine that answers as a locked or an unlocked one does. */
    runSelfCheck?(engine: 'locked' | 'unlocked'): Promise<SelfCheck>;
  }
}

const engines: Readonly<Record<'locked' | 'unlocked', Pick<Engine, 'query'>>> = {
  locked: {
    query: async (sql) => {
      if (!sql.includes('duckdb_settings')) throw new Error('Permission Error: disabled by configuration');
      const names = [...sql.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '');
      const value = names.map((name) => String(name === 'lock_configuration'));
      return { rowCount: names.length, columns: { name: names, value } };
    },
  },
  unlocked: {
    query: async (sql) => {
      if (sql.includes('self-check')) throw new Error('IO Error: could not resolve the name of the host');
      return { rowCount: 0, columns: {} };
    },
  },
};

window.runSelfCheck = (engine) =>
  runSelfCheck({ engine: Promise.resolve(engines[engine]), workerAddresses: [] });
