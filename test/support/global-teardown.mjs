import './typescript.mjs';

const { stopTestServer } = await import('./test-server.ts');

/** Jest calls it once, after the last test. */
// oxlint-disable-next-line import/no-default-export -- Jest takes nothing else.
export default stopTestServer;
