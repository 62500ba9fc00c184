/** Where progress is shown: standard error, so that the lines of a report stay by themselves. */
export type Terminal = {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
};

const width = 30;
const redrawMilliseconds = 100;
/** Back to the beginning of the line, and everything on it away (ECMA-48 CR and EL). */
const clear = '\r\u001b[2K';

/** A bar on a terminal that says how far a directory has been read; nothing at all elsewhere. */
export class ProgressBar {
  #drawnAt = -Infinity;

  constructor(
    private readonly terminal: Terminal,
    private readonly name: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Shows how many have been read, of about how many. */
  show(seen: number, expected: number): void {
    if (this.terminal.isTTY !== true || this.now() - this.#drawnAt < redrawMilliseconds) return;
    this.#drawnAt = this.now();
    this.terminal.write(`${clear}${progressLine(this.name, seen, expected)}`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.terminal.isTTY === true) this.terminal.write(clear);
  }
}

/** One line of progress. A directory that is read for the first time has no end that is known. */
export function progressLine(name: string, seen: number, expected: number): string {
  if (expected === 0) return `${name}: ${seen} read`;
  const share = Math.min(1, seen / expected);
  const done = Math.round(share * width);
  const bar = '#'.repeat(done) + '.'.repeat(width - done);
  return `${name}: [${bar}] ${seen} of about ${expected}`;
}
