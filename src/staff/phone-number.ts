/** A number as the whole world dials it (ITU-T E.164), such as "+46582001234". */
export type E164 = string & { readonly __brand: 'E164' };

/** A short internal number, unique within a dial plan only. */
export type Extension = string & { readonly __brand: 'Extension' };

/** What a bare or local number means in one municipality. */
export type NumberPlan = {
  /** National form, such as "0582". */
  readonly areaCode: string;
  /** How many digits an internal short number has. */
  readonly extensionDigits: number;
};

/** One number of a directory value; at least one of `e164` and `extension` is there. */
export type ParsedNumber = {
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  /** As the directory has it, for people to compare with. */
  readonly original: string;
};

/** Takes the strict form only: a plus sign and 7 to 15 digits; null for anything else. */
export function parseE164(text: string): E164 | null {
  return text.length <= 16 && /^\+[1-9]\d{6,14}$/.test(text) ? (text as E164) : null;
}

/** Takes 2 to 6 digits; null for anything else. */
export function parseExtension(text: string): Extension | null {
  return text.length <= 6 && /^\d{2,6}$/.test(text) ? (text as Extension) : null;
}
