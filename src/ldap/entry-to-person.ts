import type { DirectoryConfig } from '../config/directories-file.js';
import type { AccountState, NumberKind, PersonKind, ProtectionLevel } from '../kernel/words.js';
import {
  higherLevel,
  type DirectoryNumber,
  type PersonRecord,
  type Rejection,
  type RejectionCode,
} from '../staff/directory-record.js';
import { cleanText, displayNameOf } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { NumberPlan } from '../staff/phone-number.js';
import { parseWrittenNumbers } from '../staff/written-number.js';
import { parentDn } from './distinguished-name.js';
import { valuesOf, type RawEntry } from './raw-entry.js';

const maxText = 200;
const maxEmail = 254;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What came of reading one entry: the person, or why there is none, and every value that was left out. */
export type MappedEntry = {
  readonly person: PersonRecord | null;
  readonly rejections: readonly Rejection[];
};

/** Where an entry is read: the source's configuration and the municipality's numbers. */
export type Mapping = { readonly directory: DirectoryConfig; readonly plan: NumberPlan };

/**
 * The confidentiality level that a directory gives an entry. An absent value is OPEN; a value that is
 * not configured, or cannot be read, protects.
 */
export function levelOf(entry: RawEntry, directory: DirectoryConfig): ProtectionLevel {
  const values = directory.attributes.confidentiality.flatMap((name) => valuesOf(entry, name));
  return values.reduce<ProtectionLevel>((level, bytes) => {
    const text = decode(bytes)?.trim() ?? '';
    const configured = directory.values.confidentiality[text];
    return higherLevel(level, configured ?? 'PROTECTED');
  }, 'OPEN');
}

/** Maps an entry to a person. A broken value costs its field and nothing else; it is reported by field and code. */
export function entryToPerson(
  entry: RawEntry,
  key: string,
  accountState: AccountState,
  { directory, plan }: Mapping,
): MappedEntry {
  const rejections: Rejection[] = [];
  const reject = (field: string, code: RejectionCode) => rejections.push({ key, field, code });
  const texts = (
    field: string,
    attribute: string | undefined,
    isNationalId = containsNationalId,
  ): readonly string[] =>
    (attribute === undefined ? [] : valuesOf(entry, attribute)).flatMap((bytes) => {
      const text = decode(bytes);
      if (text === null) reject(field, 'NOT_UTF8');
      else if (isNationalId(text)) reject(field, 'NATIONAL_ID');
      else return [text];
      return [];
    });
  const text = (field: string, attribute: string | undefined) =>
    cleanText(texts(field, attribute)[0] ?? '', maxText);

  const names = directory.attributes;
  const givenName = text('givenName', names.givenName);
  const familyName = text('familyName', names.familyName);
  const displayName = displayNameOf({
    displayName: text('displayName', names.displayName),
    givenName,
    familyName,
  });
  const numbersOf = (kind: NumberKind, attributes: readonly string[]): DirectoryNumber[] =>
    attributes.flatMap((attribute) =>
      texts(attribute, attribute, containsNationalIdNotMobile).flatMap((value) => {
        const { numbers, rejected } = parseWrittenNumbers(value, plan);
        if (rejected > 0) reject(attribute, 'NOT_A_NUMBER');
        return numbers.map((number) => ({ kind, ...number }));
      }),
    );
  if (displayName === null) {
    return { person: null, rejections: [...rejections, { key, field: null, code: 'NO_NAME' }] };
  }
  const person: PersonRecord = {
    displayName,
    givenName,
    familyName,
    title: text('title', names.title),
    email: emailOf(texts('email', names.email), reject),
    employeeId: text('employeeId', names.employeeId),
    kind: kindOf(text('kind', names.kind), directory),
    accountState,
    unitDn: parentDn(entry.dn),
    numbers: withoutDoubles([
      ...numbersOf('DIRECT', names.direct),
      ...numbersOf('DIRECT', names.extension),
      ...numbersOf('MOBILE', names.mobile),
    ]),
  };
  return { person, rejections };
}

/** Decodes UTF-8 strictly; null when the bytes are something else. */
export function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * In an attribute for numbers, ten bare digits of the mobile series are a mobile number: about one in
 * sixteen passes as an identity number too, and would be lost to everybody who calls.
 */
function containsNationalIdNotMobile(text: string): boolean {
  return !/^07[02369]\d{7}$/.test(text.trim()) && containsNationalId(text);
}

function emailOf(
  values: readonly string[],
  reject: (field: string, code: RejectionCode) => void,
): string | null {
  const email = cleanText(values[0] ?? '', maxEmail + 1)?.toLowerCase() ?? null;
  if (email === null) return null;
  if (email.length <= maxEmail && /^[^\s@]+@[^\s@]+$/.test(email)) return email;
  reject('email', 'NOT_AN_ADDRESS');
  return null;
}

function kindOf(value: string | null, directory: DirectoryConfig): PersonKind {
  return (value === null ? undefined : directory.values.kind[value]) ?? 'EMPLOYEE';
}

/** The same number given in two attributes is one number; the extension beside it is kept. */
function withoutDoubles(numbers: readonly DirectoryNumber[]): readonly DirectoryNumber[] {
  return numbers.filter(
    (number, i) =>
      numbers.findIndex((other) =>
        number.e164 === null ? other.extension === number.extension : other.e164 === number.e164,
      ) === i,
  );
}
