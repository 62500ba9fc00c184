import type { Answer } from '../app.js';
import type { Letter } from './letters.js';
import { levels, type Subject } from './subjects.js';

/** Who asked, by the column of the file of expectations, with what, and about whom. */
export type Who = { readonly viewer: string; readonly token: string; readonly subject: Subject };

/** What the program showed, and where two ways to ask showed two things. */
export class Notes {
  readonly differences: string[] = [];
  /** Answers with errors that say nothing of who asks, each once. */
  readonly faults = new Set<string>();
  readonly #lines = new Map<string, Map<string, Letter>>();

  /** The names of the lines that something was noted for. */
  lines(): readonly string[] {
    return [...this.#lines.keys()];
  }

  letter(line: string, { viewer, subject }: Who, letter: Letter): void {
    this.#note(line, `${viewer} ${subject.level}`, letter);
  }

  /** The same for what is about nobody, or has one level only. */
  single(line: string, viewer: string, letter: Letter): void {
    this.#note(line, viewer, letter);
  }

  /** Keeps what is wrong with a question, so that no refusal passes for "nothing there". */
  faultsIn(viewer: string, { errors = [] }: Answer): void {
    for (const { message, extensions } of errors)
      if (extensions.code !== 'FORBIDDEN')
        this.faults.add(`${viewer}: ${extensions.code} ${message}`);
  }

  #note(line: string, cell: string, letter: Letter): void {
    const cells = this.#lines.get(line) ?? new Map<string, Letter>();
    this.#lines.set(line, cells.set(cell, letter));
  }

  /** The cell of a line and a viewer: a letter for each level, or the only one; "!" where nothing was noted. */
  cell(line: string, viewer: string): string {
    const cells = this.#lines.get(line);
    const single = cells?.get(viewer);
    if (single !== undefined) return single;
    return levels.map((level) => cells?.get(`${viewer} ${level}`) ?? '!').join(' ');
  }
}
