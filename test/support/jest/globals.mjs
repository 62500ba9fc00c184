// What '@jest/globals' is to tests. A file in test/support is evaluated once for many test files, and
// each of those has a Jest of its own: what is imported from here is always that of the current one.

export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

/** Begins a test file: from now on its own functions are imported, everywhere. */
export function setGlobals(given) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = given);
}
