import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { DecidePlan } from './changes/decide-plan.js';
import { exitCodeOf, syncArguments, syncUsage, type SyncOutcome } from './cli/sync-arguments.js';
import { readStart, type Config } from './config/config.js';
import { MunicipalitiesStore } from './store/municipalities.store.js';
import type { RunReport } from './store/sync-runs.store.js';
import { SyncSchedule } from './sync/sync-schedule.js';
import { SyncSource } from './sync/sync-source.js';

/** Reads directories now, in a process of its own; returns the exit code. */
async function main(): Promise<number> {
  const request = syncArguments(process.argv.slice(2));
  const start = readStart();
  if (start.kind === 'DEMONSTRATION') {
    process.stderr.write(
      'DATABASE_URL is not set: the demonstration reads its directories itself.\n',
    );
    return 2;
  }
  if (request === null) {
    process.stderr.write(syncUsage);
    return 2;
  }
  return withApp(start.config, async ({ sync, sources, decide }) => {
    const chosen = sources.filter(
      ({ municipality, directory }) =>
        request.names.length === 0 ||
        request.names.includes(municipality.code) ||
        request.names.includes(directory.id),
    );
    if (chosen.length === 0) {
      process.stderr.write(`There is no such directory.\n${syncUsage}`);
      return 2;
    }
    if (request.decision) {
      const { hash, verdict } = request.decision;
      const { ok } = await decide.carryOut({ actor: 'command' }, hash, verdict);
      process.stdout.write(
        ok ? `Plan ${hash}: ${verdict}.\n` : `No plan waits by the hash ${hash}.\n`,
      );
      if (!ok || verdict === 'REJECTED') return ok ? 0 : 2;
    }
    const outcomes: SyncOutcome[] = [];
    for (const source of chosen) {
      const report = request.preview ? await sync.preview(source) : await sync.run(source);
      process.stdout.write(`${lineOf(source.directory.id, report, request.preview)}\n`);
      outcomes.push((report?.status ?? null) as SyncOutcome);
    }
    return exitCodeOf(outcomes);
  });
}

function lineOf(id: string, report: RunReport | null, preview: boolean): string {
  if (report === null) return `${id}: another process is at it.`;
  const { status, seen, created, updated, missing, rejections, message } = report;
  const numbers = `${seen} seen, ${created} new, ${updated} changed, ${missing} missing, ${rejections.length} rejected`;
  return `${id}: ${preview ? 'PREVIEW ' : ''}${status}: ${numbers}.${message ? ` ${message}` : ''}`;
}

async function withApp<T>(
  config: Config,
  work: (app: {
    sync: SyncSource;
    sources: ReturnType<SyncSchedule['sources']>;
    decide: DecidePlan;
  }) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.of(config), { logger: false });
  try {
    await app.get(MunicipalitiesStore).configure(config.directories.municipalities);
    const sources = app.get(SyncSchedule).sources();
    return await work({ sync: app.get(SyncSource), sources, decide: app.get(DecidePlan) });
  } finally {
    await app.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  return 1;
});
