import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiKeyScope } from '../kernel/words.js';

/** A key of the demonstration, by the name it has in keys.json. */
export type DemonstrationKey = {
  readonly name: string;
  readonly role:
    'OPERATOR' | 'TECHNICIAN' | 'INTRANET_KEY' | 'PHONE_SYSTEM_KEY' | 'INTEGRATION_KEY';
  readonly code: string | null;
  readonly scopes: readonly ApiKeyScope[];
};

/** One key for each kind of client. */
export const demonstrationKeys: readonly DemonstrationKey[] = [
  { name: 'operator', role: 'OPERATOR', code: null, scopes: [] },
  { name: 'technician', role: 'TECHNICIAN', code: null, scopes: [] },
  { name: 'intranetAskersund', role: 'INTRANET_KEY', code: '1882', scopes: [] },
  { name: 'intranetHallsberg', role: 'INTRANET_KEY', code: '1861', scopes: [] },
  { name: 'intranetLaxa', role: 'INTRANET_KEY', code: '1860', scopes: [] },
  {
    name: 'phoneSystem',
    role: 'PHONE_SYSTEM_KEY',
    code: null,
    scopes: ['LINE_WRITE', 'PRESENCE_WRITE', 'FORWARDING_WRITE', 'DIAL_WRITE'],
  },
  { name: 'integration', role: 'INTEGRATION_KEY', code: '1861', scopes: [] },
];

/** How keys are tried and made, by those who know. */
export type KeyMaker = {
  readonly works: (text: string) => Promise<boolean>;
  readonly make: (key: DemonstrationKey) => Promise<string>;
};

/** The texts of the keys by name, kept in keys.json (mode 0600); those that no longer work are made anew. */
export async function prepareKeys(
  state: string,
  { works, make }: KeyMaker,
): Promise<Readonly<Record<string, string>>> {
  const file = join(state, 'keys.json');
  const known = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  const keys: Record<string, string> = {};
  for (const key of demonstrationKeys) {
    const text = known[key.name];
    keys[key.name] = text !== undefined && (await works(text)) ? text : await make(key);
  }
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}
