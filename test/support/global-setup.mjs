import './typescript.mjs';

const { startTestServer } = await import('./test-server.ts');

/** Jest calls it once, before the first test. */
// oxlint-disable-next-line import/no-default-export -- Jest takes nothing else.
export default startTestServer;
