/**
 * A Jest reporter that counts. Under test/run.mjs it hands the counts on, to be printed after all
 * else; alone it prints them itself.
 */
// oxlint-disable-next-line import/no-default-export -- Jest takes nothing else.
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      // A file that does not even load has failed, though none of its tests ran.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    if (process.send) process.send(counts);
    else process.stdout.write(`${closingLine(counts)}\n`);
  }
}

/** `N passed, N failed`, and the skipped ones if there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
