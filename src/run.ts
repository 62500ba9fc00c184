import { resolve } from 'node:path';
import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import { CreateKey } from './changes/create-key.js';
import type { KeyRequest } from './changes/key-request.js';
import { RevokeKey } from './changes/revoke-key.js';
import { ConfigError, readStart, type Config } from './config/config.js';
import { DirectoriesFileError } from './config/directories-file.js';
import { Identity } from './identity/identity.js';
import { Clock } from './kernel/clock.js';
import type { MunicipalityCode } from './kernel/ids.js';
import { atCommandLine } from './kernel/viewer.js';
import { startApp } from './start.js';
import { startReader } from './start-reader.js';
import { readHolidays } from './staff/working-days.js';
import { SyncSchedule } from './sync/sync-schedule.js';
import { KeysView } from './view/keys.view.js';

const keyLifeMilliseconds = 366 * 86_400_000;

type Running = { readonly stop: () => Promise<void> };

/** Starts what the environment asks for, and stops all of it on SIGINT and SIGTERM. */
export async function run(): Promise<void> {
  const starting = begin();
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void starting
      .then((running) => running?.stop())
      .then(
        () => process.exit(),
        (error: unknown) => explain(error),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await starting;
}

async function begin(): Promise<Running | null> {
  try {
    const start = readStart();
    return start.kind === 'DEMONSTRATION'
      ? await demonstrate(start.port)
      : await serve(start.config);
  } catch (error) {
    explain(error);
    return null;
  }
}

async function serve(config: Config): Promise<Running> {
  const app = await startApp(config);
  // The first read is not waited for: a dead directory must not keep the last good data from anybody.
  const reader = startReader(config);
  readHolidays(app.get(Clock, { strict: false }).now());
  process.stdout.write(
    `Ett samtal listens on ${config.host}:${new URL(await app.getUrl()).port}.\n`,
  );
  return { stop: async () => void (await Promise.all([reader.stop(), app.close()])) };
}

async function demonstrate(port: number): Promise<Running> {
  const state = resolve('.data');
  // Only here, so that a program for production neither loads nor needs it.
  const { startDemonstration } = await import('./demo/demonstration.js');
  const { prepareKeys } = await import('./demo/demonstration-keys.js');
  const { demonstrationSignIn } = await import('./demo/demonstration-people.js');
  const { banner } = await import('./demo/banner.js');
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

function explain(error: unknown): void {
  const expected = error instanceof ConfigError || error instanceof DirectoriesFileError;
  const message = error instanceof Error ? error.message : 'unknown';
  process.stderr.write(expected ? `${message}\n` : `Ett samtal could not start: ${message}\n`);
  process.exit(1);
}
