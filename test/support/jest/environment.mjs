import { isDeepStrictEqual } from 'node:util';
import { ModuleMocker } from 'jest-mock';

/** Of these jest-circus takes the listeners away while a file runs, and does not put them back when it does not load. */
const faults = ['uncaughtException', 'unhandledRejection', 'rejectionHandled'];

/**
 * A Jest environment that is the worker itself, in place of a context in which everything would be
 * evaluated anew. The next file runs in it too, so a file that leaves it changed has failed.
 */
// oxlint-disable-next-line import/no-default-export -- Jest takes nothing else.
export default class WorkerItself {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #console = globalThis.console;
  #exit = Reflect.get(process, 'exit');
  #listeners = faults.map((name) => process.rawListeners(name));
  #before = facts();

  async setup() {}

  handleTestEvent({ name }, { unhandledErrors }) {
    if (name !== 'run_finish') return;
    this.moduleMocker.restoreAllMocks();
    const now = facts();
    const changed = Object.keys(now).filter(
      (what) => !isDeepStrictEqual(now[what], this.#before[what]),
    );
    if (changed.length > 0)
      unhandledErrors.push(new Error(`The file leaves changed: ${changed.join(', ')}.`));
  }

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    // These Jest itself replaces for each file.
    globalThis.console = this.#console;
    process.exit = this.#exit;
    for (const [i, name] of faults.entries()) {
      process.removeAllListeners(name);
      for (const listener of this.#listeners[i]) process.on(name, listener);
    }
  }

  /** Jest asks whether it is there, and needs it for coverage alone. */
  getVmContext() {
    return null;
  }
}

/** What a test might change of its process and forget to put back. */
function facts() {
  const events = process.eventNames().filter((name) => !faults.includes(name));
  return {
    'process.env': { ...process.env },
    'process.cwd()': process.cwd(),
    'what is written to': [process.stdout, process.stderr].map((to) => Reflect.get(to, 'write')),
    'global functions': [Date, fetch, setTimeout, setInterval, setImmediate, queueMicrotask],
    'listeners of the process': events.map((name) => [name, process.listenerCount(name)]),
  };
}
