import type { DirectoryConfig } from '../config/directories-file.js';
import type { AccountState } from '../kernel/words.js';
import { valuesOf, type RawEntry } from './raw-entry.js';

const disabledBit = 2n;
/** Both mean "never" in accountExpires (Active Directory schema). */
const never = [0n, 0x7fff_ffff_ffff_ffffn];
/** 100-nanosecond steps from 1601-01-01 to 1970-01-01 (MS-DTYP 2.3.3). */
const windowsEpoch = 116_444_736_000_000_000n;
const millisecondsPerDay = 86_400_000;

/**
 * Whether the account is disabled at an instant: in Active Directory by userAccountControl bit 2 or
 * a passed accountExpires, elsewhere by a passed shadowExpire (days since 1970, RFC 2307). A disabled
 * account is not a leaver.
 */
export function accountStateOf(
  entry: RawEntry,
  flavour: DirectoryConfig['flavour'],
  now: Date,
): AccountState {
  const expired =
    flavour === 'ACTIVE_DIRECTORY' ? disabledInAd(entry, now) : shadowExpired(entry, now);
  return expired ? 'DISABLED' : 'ACTIVE';
}

function disabledInAd(entry: RawEntry, now: Date): boolean {
  const control = integerOf(entry, 'userAccountControl') ?? 0n;
  if ((control & disabledBit) !== 0n) return true;
  const expires = integerOf(entry, 'accountExpires');
  if (expires === null || never.includes(expires)) return false;
  return expires <= BigInt(now.getTime()) * 10_000n + windowsEpoch;
}

function shadowExpired(entry: RawEntry, now: Date): boolean {
  const day = integerOf(entry, 'shadowExpire');
  if (day === null || day < 0n) return false;
  return Number(day) * millisecondsPerDay <= now.getTime();
}

function integerOf(entry: RawEntry, attribute: string): bigint | null {
  const text = valuesOf(entry, attribute)[0]?.toString('latin1') ?? '';
  return /^-?\d{1,19}$/.test(text) ? BigInt(text) : null;
}
