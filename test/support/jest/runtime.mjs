import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { sourceMaps } from '../typescript.mjs';
import { setGlobals } from './globals.mjs';

const globals = new URL('./globals.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: globals, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

/** Where jest-circus looks for what jest.setTimeout was told. */
const timeout = Symbol.for('TEST_TIMEOUT_SYMBOL');
/** Where jest-circus keeps what listens to a file's tests. */
const listeners = Symbol.for('EVENT_HANDLERS');

/**
 * Jest's runtime, by Node's own loader: what a test file imports is evaluated once in a worker, not
 * once for each file, and is warm when the next file uses it. It has what jest-runner and jest-circus
 * call; modules cannot be mocked, nor can coverage be collected.
 */
// oxlint-disable-next-line import/no-default-export -- Jest takes nothing else.
export default class NodeRuntime {
  #mocker;

  constructor(_config, environment) {
    this.#mocker = environment.moduleMocker;
  }

  /** jest-circus, which keeps the state of one file: evaluated anew, and without what the last one left. */
  requireInternalModule(path) {
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (symbol.description === 'JEST_STATE_SYMBOL') delete globalThis[symbol];
    delete globalThis[listeners];
    delete globalThis[timeout];
    const require = createRequire(import.meta.url);
    delete require.cache[path];
    return require(path);
  }

  setGlobalsForRuntime(given) {
    const mocker = this.#mocker;
    const jest = {
      spyOn: mocker.spyOn.bind(mocker),
      replaceProperty: mocker.replaceProperty.bind(mocker),
      restoreAllMocks: () => mocker.restoreAllMocks(),
      setTimeout: (milliseconds) => (globalThis[timeout] = milliseconds),
    };
    setGlobals({ ...given, jest });
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    await import(pathToFileURL(path).href);
  }

  requireModule() {
    throw new Error('Tests are modules, and Jest is configured without any of its own.');
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {}
}
