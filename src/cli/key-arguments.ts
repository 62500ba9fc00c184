import { parseArgs } from 'node:util';
import type { MunicipalityCode } from '../kernel/ids.js';
import { apiKeyScopes, type ApiKeyScope } from '../kernel/words.js';
import type { KeyRequest } from '../identity/identity.js';

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
  kind   ${Object.keys(kinds).join(', ')}
  label  what the key is for; no person's name
  scope  ${apiKeyScopes.join(', ')}
An intranet's and an integration's key belong to one municipality. The key is printed once.
`;

/** What the command line asks for, or null when it cannot be understood. `now` is when the key begins to age. */
export function keyArguments(
  argv: readonly string[],
  municipalities: readonly string[],
  now: Date,
): KeyRequest | null {
  const parsed = tryParse(argv);
  if (parsed === null) return null;
  const { values, positionals } = parsed;
  const [verb, kind = '', label = ''] = positionals;
  const role = kinds[kind as keyof typeof kinds];
  const municipality = values.municipality ?? null;
  const days = Number(values.days);
  const scopes = values.scope.filter((name): name is ApiKeyScope =>
    (apiKeyScopes as readonly string[]).includes(name),
  );
  const understood =
    verb === 'create' &&
    role !== undefined &&
    label.trim() !== '' &&
    positionals.length === 3 &&
    scopes.length === values.scope.length &&
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
        days: { type: 'string', default: String(maxDays) },
        scope: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch {
    return null;
  }
}
