import type { Measurement } from './measure.js';
import type { Repetition, Timed, Writing } from './repetition.js';

/** What the runs may cost: in yardsticks, and in memory (a megabyte is a million bytes). */
const goals = { first: 6, unchanged: 2, changed: 2.5 };
const memoryGoals = { usual: 300, large: 350, largeFrom: 100_001 };
/** A run's own record: the run, and when its source was last read to its end. */
const ownRecord = new Set(['sync_run', 'directory_source']);
const widths = [44, 28, 34];

/** The result of one population, as lines for people. */
export function report(measurement: Measurement): readonly string[] {
  const { people, repeated } = measurement;
  const changes = repeated.flatMap(({ changed }) => (changed === null ? [] : [changed]));
  const search = repeated.map((one) => one.search);
  const copy = repeated.map((one) => one.copy);
  const a = { name: 'a', seconds: search };
  const both = { name: '(a + b)', seconds: repeated.map((one) => one.search + one.copy) };
  const seconds = (runs: readonly Timed[]) => runs.map((one) => one.seconds);
  const first = seconds(repeated.map((one) => one.first));
  const unchanged = seconds(repeated.map((one) => one.unchanged));
  const some = `3  run after ${number(Math.ceil(people / 100))} people have changed`;
  return [
    ...heading(measurement),
    '',
    line('', 'seconds, median', 'ratio of medians', 'goal'),
    line('a  ldapsearch of the same people', shown(spread(search))),
    line('b  COPY of the same rows into a bare table', shown(spread(copy))),
    timeLine('1  first run, into an empty database', first, both, goals.first),
    timeLine('2  run when nothing has changed', unchanged, a, goals.unchanged),
    ...(changes.length > 0 ? [timeLine(some, seconds(changes), a, goals.changed)] : []),
    ownWork(repeated, changes),
    ...memory(measurement),
    ...writtenByUnchanged(repeated),
    ...(changes.length > 0 ? [`   rows written by 3: ${tablesOf(most(changes))}`] : []),
  ];
}

type Spread = { readonly median: number; readonly least: number; readonly most: number };

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((x, y) => x - y);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

function heading({ people, repeated, ldifBytes, copyBytes }: Measurement): readonly string[] {
  const [{ sizes } = { sizes: { units: 0, numbers: 0, databaseBytes: 0 } }] = repeated;
  const facts = `${number(people)} people, ${number(sizes.units)} units, ${number(sizes.numbers)} numbers`;
  return [
    `${facts}; repetitions: ${repeated.length}`,
    `as LDIF ${megabytes(ldifBytes)}, as copied ${megabytes(copyBytes)}, as a database ${megabytes(sizes.databaseBytes)}`,
  ];
}

/** The ratio of the medians, and the ratios of the single repetitions: how sure it is. */
function timeLine(
  name: string,
  times: readonly number[],
  yardstick: { readonly name: string; readonly seconds: readonly number[] },
  goal: number,
): string {
  const time = spread(times);
  const ratio = time.median / spread(yardstick.seconds).median;
  const single = spread(times.map((one, i) => one / (yardstick.seconds[i] ?? Number.NaN)));
  const range = `(${single.least.toFixed(1)} to ${single.most.toFixed(1)})`;
  const verdict = `<= ${goal.toFixed(1)}: ${ratio <= goal ? 'ok' : 'MISSED'}`;
  return line(name, shown(time), `${ratio.toFixed(2)} x ${yardstick.name} ${range}`, verdict);
}

function ownWork(repeated: readonly Repetition[], changes: readonly Writing[]): string {
  const median = (runs: readonly Timed[]) => spread(runs.map((one) => one.cpuSeconds)).median;
  const runs = [
    `${median(repeated.map(({ first }) => first)).toFixed(2)} in 1`,
    `${median(repeated.map(({ unchanged }) => unchanged)).toFixed(2)} in 2`,
    ...(changes.length > 0 ? [`${median(changes).toFixed(2)} in 3`] : []),
  ];
  return `   seconds of work of the program itself: ${runs.join(', ')}`;
}

function memory({ people, repeated }: Measurement): readonly string[] {
  const peak = (bytesOf: (one: Repetition) => number) => Math.max(...repeated.map(bytesOf));
  const whole = peak((one) => (one.changed ?? one.unchanged).peakBytes);
  const goal = people < memoryGoals.largeFrom ? memoryGoals.usual : memoryGoals.large;
  const verdict = `<= ${goal} MB: ${whole <= goal * 1e6 ? 'ok' : 'MISSED'}`;
  const steps = [
    `${megabytes(peak((one) => one.idleBytes))} when started`,
    `${megabytes(peak((one) => one.first.peakBytes))} after 1`,
    `${megabytes(peak((one) => one.unchanged.peakBytes))} after 2`,
  ];
  return [
    line("   peak of the program's memory (VmHWM)", megabytes(whole), '', verdict),
    `     most of all repetitions: ${steps.join(', ')}`,
  ];
}

function writtenByUnchanged(repeated: readonly Repetition[]): readonly string[] {
  const runs = repeated.map(({ unchanged }) => unchanged);
  const others = runs.flatMap(({ written }) =>
    written.tables.filter(({ table }) => !ownRecord.has(table)),
  );
  const verdict = others.length === 0 ? "the run's own record alone: ok" : 'MISSED';
  return [`   rows written by 2: ${tablesOf(most(runs))}: ${verdict}`];
}

/** The run that wrote the most rows. */
function most(runs: readonly Writing[]): Writing | undefined {
  const rows = ({ written }: Writing) =>
    written.tables.reduce((sum, one) => sum + one.written + one.replaced, 0);
  return runs.toSorted((x, y) => rows(y) - rows(x))[0];
}

/** Rows that are new or newly written, and old ones that are gone or overwritten. */
function tablesOf(run: Writing | undefined): string {
  if (run === undefined) return 'not known';
  const tables = run.written.tables.map(
    ({ table, written, replaced }) => `${table} +${number(written)} -${number(replaced)}`,
  );
  const locked = run.written.locked.map(({ table, rows }) => `${table} ${number(rows)}`);
  const locks = locked.length === 0 ? '' : `; locked: ${locked.join(', ')}`;
  return `${tables.join(', ')}${locks}; ${number(Math.ceil(run.written.logBytes / 1000))} kB of the server's log`;
}

function line(...cells: readonly string[]): string {
  return cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join('')
    .trimEnd();
}

function shown({ median, least, most }: Spread): string {
  return `${median.toFixed(2).padStart(6)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
