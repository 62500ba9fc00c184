import type { DirectoryConfig } from '../config/directories-file.js';
import type { AccountState, NumberKind, PersonKind } from '../kernel/words.js';
import type {
  DirectoryNumber,
  PersonRecord,
  Rejection,
  RejectionCode,
} from '../staff/directory-record.js';
import { cleanText, displayNameOf } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { NumberPlan } from '../staff/phone-number.js';
import { parseWrittenNumbers } from '../staff/written-number.js';
import { normaliseDn } from './distinguished-name.js';
import { decode } from './strict-utf8.js';
import { dnOf, maxValueBytes, valuesOf, type RawEntry } from './raw-entry.js';

const maxText = 200;
const maxEmail = 254;

/** What came of reading one entry: the person, or why there is none, and every value that was left out. */
export type MappedEntry = {
  readonly person: PersonRecord | null;
  readonly rejections: readonly Rejection[];
};

/** How an entry is read: the source's configuration, the municipality's numbers, and what the search that found it is for. */
export type Mapping = {
  readonly directory: DirectoryConfig;
  readonly plan: NumberPlan;
  /** Null for the people's own search, where `attributes.kind` may say it. */
  readonly kind: PersonKind | null;
  /** The normalised name of the entry above, or of the unit that the entry's attributes name. */
  readonly unitDn: string | null;
};

/** Maps an entry to a person. A broken value costs its field and nothing else; it is reported by field and code. */
export function entryToPerson(
  entry: RawEntry,
  key: string,
  accountState: AccountState,
  { directory, plan, kind, unitDn }: Mapping,
): MappedEntry {
  const rejections: Rejection[] = [];
  const reject = (field: string, code: RejectionCode) => rejections.push({ key, field, code });
  const texts = (
    field: string,
    attribute: string | undefined,
    isNationalId = containsNationalId,
  ): readonly string[] =>
    (attribute === undefined ? [] : valuesOf(entry, attribute)).flatMap((bytes) => {
      const text = bytes.length > maxValueBytes ? '' : decode(bytes);
      if (text === null) reject(field, 'NOT_UTF8');
      else if (bytes.length > maxValueBytes) reject(field, 'TOO_LONG');
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
    kind: kind ?? kindOf(text('kind', names.kind), directory),
    accountState,
    dn: normaliseDn(dnOf(entry)),
    unitDn,
    managerDn: managerOf(entry, names.manager),
    numbers: withoutDoubles([
      ...numbersOf('DIRECT', names.direct),
      ...numbersOf('DIRECT', names.extension),
      ...numbersOf('MOBILE', names.mobile),
    ]),
  };
  return { person, rejections };
}

/** The normalised name of the nearest supervisor's entry, or null; whether it leads anywhere is found out when everybody is read. */
function managerOf(entry: RawEntry, attribute: string): string | null {
  const value = valuesOf(entry, attribute)[0];
  const dn = value === undefined || value.length > maxValueBytes ? null : decode(value);
  return dn === null || dn === '' ? null : normaliseDn(dn);
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
  return (
    (value !== null && Object.hasOwn(directory.values.kind, value)
      ? directory.values.kind[value]
      : undefined) ?? 'EMPLOYEE'
  );
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
