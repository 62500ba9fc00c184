import type { NumberKind } from '../../../src/kernel/words.js';
import type { DirectoryNumber } from '../../../src/staff/directory-record.js';
import type { E164, Extension } from '../../../src/staff/phone-number.js';
import { places, type Place } from './facts.js';

const fictionalMobiles = 95;

/** A fixed number whose last four digits are its extension; its subscriber part begins with 0, as none in use does. */
export function fixedNumber(place: Place, extension: number, kind: NumberKind): DirectoryNumber {
  const digits = String(extension);
  return {
    kind,
    e164: `+46${places[place].areaCode.slice(1)}00${digits}` as E164,
    extension: digits as Extension,
    original: `${places[place].areaCode}-00 ${digits.slice(0, 2)} ${digits.slice(2)}`,
  };
}

/** The number of the switchboard, which no extension leads to. */
export function switchboardNumber(place: Place): DirectoryNumber {
  const { areaCode } = places[place];
  return {
    kind: 'SWITCHBOARD',
    e164: `+46${areaCode.slice(1)}000000` as E164,
    extension: null,
    original: `${areaCode}-00 00 00`,
  };
}

/** A short number and nothing else. */
export function extensionAlone(extension: number): DirectoryNumber {
  const digits = String(extension);
  return { kind: 'DIRECT', e164: null, extension: digits as Extension, original: digits };
}

/** 070-174 06 05 to 06 99, the regulator's numbers for fiction; whoever comes after them has none. */
export function mobileNumber(index: number): readonly DirectoryNumber[] {
  if (index >= fictionalMobiles) return [];
  const last = String(index + 5).padStart(2, '0');
  return [
    {
      kind: 'MOBILE',
      e164: `+467017406${last}` as E164,
      extension: null,
      original: `070-174 06 ${last}`,
    },
  ];
}

/** 08-465 004 00 to 004 99, set aside too: the number of somebody who is called elsewhere. */
export function capitalNumber(index: number): DirectoryNumber {
  const last = String(index).padStart(2, '0');
  return {
    kind: 'DIRECT',
    e164: `+468465004${last}` as E164,
    extension: null,
    original: `08-465 004 ${last}`,
  };
}
