import type { MunicipalityCode } from '../kernel/ids.js';
import type { KeyRole } from '../kernel/key-words.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { ApiKeyScope } from '../kernel/words.js';
import { keyTerms, maxKeyDays } from '../policy/key-terms.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';

/** What to make a key for. A null municipality serves all of them. */
export type KeyRequest = {
  readonly role: KeyRole;
  /** What the key is for; no person's name. */
  readonly label: string;
  readonly municipality: MunicipalityCode | null;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: Date;
};

const maxLabel = 80;
const dayMilliseconds = 86_400_000;

/** The request with its label cleaned, or why there can be no such key. */
export function checkedKeyRequest(
  request: KeyRequest,
  municipalities: readonly MunicipalityCode[],
  now: Date,
): Outcome<KeyRequest> {
  const { role, municipality, scopes, expiresAt } = request;
  const terms = keyTerms[role];
  const label = cleanText(request.label, maxLabel + 1);
  if (label === null) return refused('INVALID', 'Ange vad nyckeln är till för.', 'label');
  if (Array.from(label).length > maxLabel)
    return refused('TOO_LONG', `Etiketten får ha högst ${maxLabel} tecken.`, 'label');
  if (containsNationalId(label))
    return refused('INVALID', 'Etiketten får inte innehålla ett personnummer.', 'label');
  if (municipality === null && terms.ofOneMunicipality)
    return refused('INVALID', 'En sådan nyckel hör till en kommun.', 'municipalityCode');
  if (municipality !== null && !municipalities.includes(municipality))
    return refused('NOT_FOUND', 'Det finns ingen sådan kommun.', 'municipalityCode');
  if (scopes.some((scope) => !terms.scopes.includes(scope)))
    return refused('INVALID', 'En sådan nyckel kan inte få det.', 'scopes');
  if (expiresAt <= now) return refused('IN_PAST', 'Tiden har passerat.', 'expiresAt');
  if (expiresAt.getTime() > now.getTime() + maxKeyDays * dayMilliseconds)
    return refused('INVALID', `En nyckel gäller högst ${maxKeyDays} dagar.`, 'expiresAt');
  return done({ ...request, label, scopes: [...new Set(scopes)] });
}
