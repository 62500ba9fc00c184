import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from './command.module.js';
import { exportArguments, exportUsage } from './cli/export-arguments.js';
import { placeFor, taken, writeNewFile } from './cli/new-file.js';
import { listHead, listLine } from './cli/operator-list.js';
import { ConfigError, readStart, type Config } from './config/config.js';
import { DirectoriesFileError } from './config/directories-file.js';
import { Clock } from './kernel/clock.js';
import { faultName } from './kernel/fault.js';
import { noRelations, type Viewer } from './kernel/viewer.js';
import { stampInSweden } from './staff/swedish-time.js';
import { MunicipalitiesStore } from './store/municipalities.store.js';
import { PeopleView } from './view/people.view.js';
import { SourcesView } from './view/sources.view.js';

/** Who reads the list: it is made under the rules for operators, and knows no other way. */
const operator: Viewer = {
  roles: ['OPERATOR'],
  municipality: null,
  personId: null,
  scopes: [],
  actor: 'command',
  ...noRelations,
};

/** Writes the operators' list to a new file; returns the exit code. */
async function main(): Promise<number> {
  const request = exportArguments(process.argv.slice(2));
  const start = readStart();
  if (start.kind === 'DEMONSTRATION')
    return refuse('DATABASE_URL is not set: the demonstration is for npm start.\n');
  if (request === null) return refuse(exportUsage);
  return withApp(start.config, async ({ now, people, sources }) => {
    const place = await placeFor(request.out, `operatorer-${stampInSweden(now)}.csv`);
    if ('refusal' in place) return refuse(`${place.refusal}\n`);
    let count = 0;
    async function* parts(): AsyncGenerator<string> {
      const municipalities = people.allMunicipalities().map(async ({ code, name }) => {
        return { name, sources: await sources.directoriesOf(code) };
      });
      yield listHead(now, await Promise.all(municipalities));
      for await (const page of people.everybody(operator)) {
        count += page.length;
        yield page.map(listLine).join('');
      }
    }
    const written = await writeNewFile(place.path, parts(), stopSignal());
    if (!written) return refuse(`${taken(place.path)}\n`);
    process.stdout.write(`${place.path}: ${count} people.\n`);
    return 0;
  });
}

function refuse(sentence: string): number {
  process.stderr.write(sentence);
  return 2;
}

/** Stops the writing, so that it takes its unfinished file away before the process ends. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stop.abort());
  return stop.signal;
}

async function withApp<T>(
  config: Config,
  work: (app: { now: Date; people: PeopleView; sources: SourcesView }) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(CommandModule.of(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    await app.get(MunicipalitiesStore).configure(config.directories.municipalities);
    const now = app.get(Clock).now();
    return await work({ now, people: app.get(PeopleView), sources: app.get(SourcesView) });
  } finally {
    await app.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DirectoriesFileError;
  // Any other message may quote what was being written.
  const why = expected ? error.message : `The list was not written (${faultName(error)}).`;
  process.stderr.write(`${why}\n`);
  return 1;
});
