import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { configFrom } from '../../../src/config/config.js';
import { FollowChanges } from '../../../src/presence/follow-changes.js';
import { startApp } from '../../../src/start.js';
import { SyncSchedule } from '../../../src/sync/sync-schedule.js';
import { SyncSource } from '../../../src/sync/sync-source.js';
import { TechnicianLog } from '../../../src/technician-log.js';
import { boundless } from '../boundless.js';
import { TestClock } from '../clock.js';
import { uuidOf } from '../seeded-random.js';

// The program over one database, at an instant that its parent says: a process of its own, so that worlds
// are asked at the same time. Cursors are encrypted under a fresh nonce, and whatever is made gets a fresh
// id: here nonces are always the same, and ids follow from a seed, so that equal contents are equal bytes.
/** A hundred of 12 bytes are drawn at once. */
const nonces = 1_200;
const { randomBytes, randomUUID } = crypto;
const constantNonces = (size: number): Buffer =>
  size === nonces ? Buffer.alloc(nonces) : randomBytes(size);
let seed: number | null = null;
let drawn = 0;
const seededUuid = () => (seed === null ? randomUUID() : uuidOf(seed, `id ${(drawn += 1)}`));
Object.assign(crypto, { randomBytes: constantNonces, randomUUID: seededUuid });
syncBuiltinESMExports();

/** What the parent asks for: to move the clock on, which tells the instant, to tell of all changes, to begin a series of ids, or to read a directory now. */
export type Command =
  | { readonly do: 'SEED'; readonly seed: number }
  | { readonly do: 'ADVANCE'; readonly seconds: number }
  | { readonly do: 'FOLLOW' }
  | { readonly do: 'SYNC'; readonly code: string }
  | { readonly do: 'STOP' };

const clock = new TestClock();
clock.advance((Number(process.env['WORLD_INSTANT']) - clock.now().getTime()) / 1000);
const app = await startApp({ ...configFrom(process.env), allowances: boundless }, clock);
// Nobody has a connection closed while the next question is already on its way.
Object.assign(app.getHttpServer(), { keepAliveTimeout: 3_600_000 });
const log = new TechnicianLog();
log.setLogLevels(['verbose', 'debug', 'log', 'warn', 'error', 'fatal']);
app.useLogger(log);

async function carryOut(command: Command): Promise<string> {
  switch (command.do) {
    case 'SEED':
      seed = command.seed;
      drawn = 0;
      return '';
    case 'ADVANCE':
      clock.advance(command.seconds);
      return clock.now().toISOString();
    case 'FOLLOW':
      await app.get(FollowChanges, { strict: false }).follow();
      return '';
    case 'SYNC': {
      const sources = app.get(SyncSchedule).sources();
      const source = sources.find((one) => one.municipality.code === command.code);
      if (source === undefined) throw new Error(`No source of ${command.code}.`);
      const report = await app.get(SyncSource, { strict: false }).run(source);
      return report?.status ?? 'BUSY';
    }
    case 'STOP':
      await app.close();
      process.disconnect();
      return '';
  }
}

// A parent that was killed leaves nothing behind.
process.on('disconnect', () => process.exit());
process.on('message', (command: Command) => {
  void carryOut(command).then(
    (answer) => process.connected && process.send?.({ answer }),
    (error: unknown) => process.send?.({ fault: String(error) }),
  );
});
process.send?.({ answer: (await app.getUrl()).replace('[::1]', '127.0.0.1') });
