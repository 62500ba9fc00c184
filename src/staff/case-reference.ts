import { containsNationalId } from './national-id.js';

const maxLength = 100;

/** Whether a text can stand for a case in the record: 1 to 100 characters and no personnummer, since it is kept for years. */
export function isCaseReference(text: string): boolean {
  const length = Array.from(text.trim()).length;
  return length > 0 && length <= maxLength && !containsNationalId(text);
}
