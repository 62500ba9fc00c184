import { dialledText, type WrittenNumber } from './phone-text.js';
import type { ConsoleWords } from './words.js';

type Said = Pick<ConsoleWords, 'copied' | 'notCopied' | 'noNumber'>;

/** Copies a number as it is dialled; what came of it, in the words given. */
export async function copyNumber(number: WrittenNumber | null, said: Said): Promise<string> {
  if (number === null) return said.noNumber;
  try {
    await navigator.clipboard.writeText(dialledText(number));
    return said.copied;
  } catch {
    return said.notCopied;
  }
}
