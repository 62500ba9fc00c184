import type { Letter } from './letters.js';
import { levels, type Subject } from './world.js';

/** Who asked, by the column of the file of expectations, with what, and about whom. */
export type Who = { readonly viewer: string; readonly token: string; readonly subject: Subject };

/** What the program showed, and where two ways to ask showed two things. */
export class Notes {
  readonly differences: string[] = [];
  readonly #lines = new Map<string, Map<string, Letter>>();

  /** The names of the lines that something was noted for. */
  lines(): readonly string[] {
    return [...this.#lines.keys()];
  }

  letter(line: string, { viewer, subject }: Who, letter: Letter): void {
    const cells = this.#lines.get(line) ?? new Map<string, Letter>();
    this.#lines.set(line, cells.set(`${viewer} ${subject.level}`, letter));
  }

  /** The cell of a line and a viewer, a letter for each level; "!" where nothing was noted. */
  cell(line: string, viewer: string): string {
    const cells = this.#lines.get(line);
    return levels.map((level) => cells?.get(`${viewer} ${level}`) ?? '!').join(' ');
  }
}
