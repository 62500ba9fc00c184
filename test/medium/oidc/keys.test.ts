import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { startIssuer, type RunningIssuer } from '../../support/oidc.js';
import { startWithIssuers, type SecondProgram } from '../../support/with-issuers.js';
import { until } from '../../support/until.js';

let app: TestApp;
let issuer: RunningIssuer;
let program: SecondProgram;

beforeAll(async () => {
  // The issuer's advice to whoever would run it in earnest.
  for (const way of ['warn', 'info'] as const)
    jest.spyOn(console, way).mockImplementation(() => undefined);
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());
beforeEach(async () => {
  issuer = await startIssuer({ anna: { employee_id: '40103' } });
  program = await startWithIssuers(app, { '1861': [issuer.entry] });
});
afterEach(async () => {
  await program.stop();
  await issuer.stop();
});

const token = async () => (await issuer.signIn('anna')).access;
const status = async (access: string) => (await program.ask(access, '{ viewer { roles } }')).status;
async function timed(access: string) {
  const start = performance.now();
  return { status: await status(access), took: performance.now() - start };
}
/** What is read behind a request is there soon after it. */
const untilRefused = async (access: string) =>
  until('the new keys', 10_000, async () => ((await status(access)) === 401 ? true : null));
/** As `IssuerKeys` has them: whoever is known waits for no reading, and others for less than one may take. */
const waits = { patience: 900, reading: 3_000 };

describe("an issuer's keys", () => {
  test('are read once for many requests, and again for a key that is new', async () => {
    const before = await token();
    const all = await Promise.all(Array.from({ length: 20 }, () => status(before)));
    expect([new Set(all), issuer.keysAsked()]).toEqual([new Set([200]), 1]);
    await issuer.rotate();
    const after = await token();
    app.clock.advance(31);
    expect([await status(after), issuer.keysAsked()]).toEqual([200, 2]);
    // Whatever the old key signed is worth nothing now.
    expect(await status(before)).toBe(401);
  });

  test('are read anew after ten minutes, behind the request that notices', async () => {
    const before = await token();
    expect(await status(before)).toBe(200);
    await issuer.rotate();
    app.clock.advance(601);
    expect(await status(before)).toBe(200);
    await untilRefused(before);
    expect(issuer.keysAsked()).toBe(2);
  });

  test('are read first where nobody has asked for long', async () => {
    const before = await token();
    expect(await status(before)).toBe(200);
    await issuer.rotate();
    app.clock.advance(1_201);
    expect(await status(before)).toBe(401);
  });

  test('that are not published cost one reading in 30 seconds, however many ask', async () => {
    expect(await status(await token())).toBe(200);
    const known = issuer.keysAsked();
    await issuer.rotate();
    const unknown = await token();
    for (let i = 0; i < 5; i += 1) expect(await status(unknown)).toBe(401);
    expect(issuer.keysAsked()).toBe(known);
    app.clock.advance(31);
    expect([await status(unknown), issuer.keysAsked()]).toEqual([200, known + 1]);
  });

  test.each(['REFUSING', 'SILENT'] as const)(
    'go on when the issuer is %s: known ones at once and for a day, others refused before a reading would end',
    async (state) => {
      const known = await token();
      expect(await status(known)).toBe(200);
      issuer.keys(state);
      app.clock.advance(700);
      const ours = await timed(known);
      expect(ours.status).toBe(200);
      expect(ours.took).toBeLessThan(waits.patience);
      await issuer.rotate();
      const unknown = await token();
      app.clock.advance(60);
      for (let i = 0; i < 3; i += 1) {
        const theirs = await timed(unknown);
        expect(theirs.status).toBe(401);
        expect(theirs.took).toBeLessThan(waits.reading);
      }
      // The one reading, the one behind the known key, and one for the unknown key at most.
      expect(issuer.keysAsked()).toBeLessThanOrEqual(3);
      expect(await status(known)).toBe(200);
      app.clock.advance(86_400 - 800);
      expect(await status(known)).toBe(200);
      app.clock.advance(100);
      expect(await status(known)).toBe(401);
    },
    30_000,
  );
});
