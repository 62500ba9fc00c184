import { parseArgs } from 'node:util';
import type { KeyRequest } from '../changes/key-request.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import { apiKeyScopes, type ApiKeyScope } from '../kernel/words.js';

const kinds = {
  operator: 'OPERATOR',
  technician: 'TECHNICIAN',
  intranet: 'INTRANET_KEY',
  'phone-system': 'PHONE_SYSTEM_KEY',
  integration: 'INTEGRATION_KEY',
} as const;
const dayMilliseconds = 86_400_000;
const maxDays = 366;

/** How the command is called. */
export const keyUsage = `Usage: npm run key -- create <kind> <label> [--municipality 1861] [--days 366] [--scope NAME]...
       npm run key -- list
       npm run key -- revoke <key id>
  kind   ${Object.keys(kinds).join(', ')}
  label  what the key is for; no person's name
  scope  ${apiKeyScopes.join(', ')}
  key id the eight characters between the second and the third _ of a key; list shows them
An intranet's and an integration's key belong to one municipality. The key is printed once.
To replace a key, create another one with the same kind, municipality and label, and then revoke the old one.
Ends with 0 when it was done, 1 when it was refused or failed, and 2 when it was called wrongly.
`;

/** What the command line asks for. */
export type KeyCommand =
  | { readonly verb: 'CREATE'; readonly request: KeyRequest }
  | { readonly verb: 'LIST' }
  | { readonly verb: 'REVOKE'; readonly keyId: string };

/** Reads the command line, or null when it cannot be understood. `now` is when a key begins to age. */
export function keyArguments(
  argv: readonly string[],
  municipalities: readonly string[],
  now: Date,
): KeyCommand | null {
  const parsed = tryParse(argv);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  const [verb, ...rest] = positionals;
  if (verb === 'create') {
    const request = requestFrom(rest, values, municipalities, now);
    return request && { verb: 'CREATE', request };
  }
  if (Object.keys(values).length > 0) return null;
  if (verb === 'list' && rest.length === 0) return { verb: 'LIST' };
  const [keyId = ''] = rest;
  const understood = verb === 'revoke' && rest.length === 1 && /^[0-9A-Za-z]{8}$/.test(keyId);
  return understood ? { verb: 'REVOKE', keyId } : null;
}

type Values = NonNullable<ReturnType<typeof tryParse>>['values'];

function requestFrom(
  positionals: readonly string[],
  values: Values,
  municipalities: readonly string[],
  now: Date,
): KeyRequest | null {
  const [kind = '', label = ''] = positionals;
  const role = kinds[kind as keyof typeof kinds];
  const municipality = values.municipality ?? null;
  const days = Number(values.days ?? maxDays);
  const wanted = values.scope ?? [];
  const scopes = wanted.filter((name): name is ApiKeyScope =>
    (apiKeyScopes as readonly string[]).includes(name),
  );
  const understood =
    role !== undefined &&
    label.trim() !== '' &&
    positionals.length === 2 &&
    scopes.length === wanted.length &&
    Number.isInteger(days) &&
    days >= 1 &&
    days <= maxDays &&
    (municipality === null || municipalities.includes(municipality)) &&
    (municipality !== null || !['intranet', 'integration'].includes(kind));
  if (!understood) return null;
  const expiresAt = new Date(now.getTime() + days * dayMilliseconds);
  return { role, label, municipality: municipality as MunicipalityCode | null, scopes, expiresAt };
}

function tryParse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        municipality: { type: 'string' },
        days: { type: 'string' },
        scope: { type: 'string', multiple: true },
      },
    });
  } catch {
    return null;
  }
}
