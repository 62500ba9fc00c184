import { resolve } from 'node:path';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { CreateKey } from './changes/create-key.js';
import type { KeyRequest } from './changes/key-request.js';
import { RevokeKey } from './changes/revoke-key.js';
import { banner } from './demo/banner.js';
import { prepareKeys } from './demo/demonstration-keys.js';
import { demonstrationSignIn } from './demo/demonstration-people.js';
import { startDemonstration } from './demo/demonstration.js';
import { Identity } from './identity/identity.js';
import { Clock } from './kernel/clock.js';
import type { MunicipalityCode } from './kernel/ids.js';
import { atCommandLine } from './kernel/viewer.js';
import type { Running } from './run.js';
import { readHolidays } from './staff/working-days.js';
import { startApp } from './start.js';
import { SyncSchedule } from './sync/sync-schedule.js';
import { KeysView } from './view/keys.view.js';

const keyLifeMilliseconds = 366 * 86_400_000;

/** Shows the whole: a PostgreSQL and directories of its own, whose few people are read in this process, and keys to try it with. */
export async function demonstrate(port: number): Promise<Running> {
  const state = resolve('.data');
  const demonstration = await startDemonstration(state, port);
  let app: INestApplication | null = null;
  const stop = async () => {
    await app?.close();
    await demonstration.stop();
  };
  try {
    let keys: Readonly<Record<string, string>> = {};
    const signIn = demonstrationSignIn(state, () => keys);
    const running = await startApp({ ...demonstration.config, demonstration: signIn });
    app = running;
    await app.get(SyncSchedule).start();
    readHolidays(app.get(Clock, { strict: false }).now());
    const identity = app.get(Identity);
    keys = await prepareKeys(state, {
      works: (text) =>
        identity.viewer({ authorization: `Bearer ${text}` }).then(Boolean, () => false),
      make: ({ name, code, ...key }) =>
        replaceKey(running, {
          ...key,
          label: `demonstration ${name}`,
          municipality: code as MunicipalityCode | null,
          expiresAt: new Date(Date.now() + keyLifeMilliseconds),
        }),
    });
    process.stdout.write(banner(new URL(await app.getUrl()).port, keys, state));
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A key in the place of all that have the same label: the demonstration's are made anew as often as somebody wants. */
async function replaceKey(app: INestApplicationContext, request: KeyRequest): Promise<string> {
  const options = { strict: false };
  for (const { id, label } of await app.get(KeysView, options).all(atCommandLine))
    if (label === request.label) await app.get(RevokeKey, options).carryOut(atCommandLine, id);
  const outcome = await app.get(CreateKey, options).carryOut(atCommandLine, request);
  if (!outcome.ok) throw new Error(outcome.errors[0].message);
  return outcome.value.text;
}
