import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from './command.module.js';
import { atCommandLine } from './kernel/viewer.js';
import { DecidePlan } from './changes/decide-plan.js';
import { ProgressBar } from './cli/progress-bar.js';
import {
  exitCodeOf,
  syncArguments,
  syncUsage,
  type SyncOutcome,
  type SyncRequest,
} from './cli/sync-arguments.js';
import { readStart, type Config } from './config/config.js';
import { MunicipalitiesStore } from './store/municipalities.store.js';
import type { RunReport } from './store/sync-runs.store.js';
import type { Source } from './sync/read-source.js';
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
    const one: Work = { sync, decide, preview: request.preview, approve: null };
    const decided = request.decision && (await carryOutDecision(one, chosen, request.decision));
    if (decided !== null && typeof decided === 'number') return decided;
    const outcomes: SyncOutcome[] = [];
    for (const source of chosen) {
      const report = await readNow({ ...one, approve: decided?.approve ?? null }, source);
      process.stdout.write(`${lineOf(source.directory.id, report, request.preview)}\n`);
      outcomes.push((report?.status ?? null) as SyncOutcome);
    }
    return exitCodeOf(outcomes);
  });
}

type Work = {
  readonly sync: SyncSource;
  readonly decide: DecidePlan;
  readonly preview: boolean;
  readonly approve: string | null;
};

async function readNow({ sync, preview, approve }: Work, source: Source) {
  const bar = new ProgressBar(process.stderr, source.directory.id);
  const progress = (seen: number, expected: number) => bar.show(seen, expected);
  try {
    return preview
      ? await sync.preview(source, progress)
      : await sync.run(source, { trigger: 'COMMAND', approve, progress });
  } finally {
    bar.end();
  }
}

/** Decides a plan that waits, or one that only a preview has shown. Gives the exit code when nothing is to be read. */
async function carryOutDecision(
  work: Work,
  chosen: readonly Source[],
  { hash, verdict }: NonNullable<SyncRequest['decision']>,
): Promise<number | { readonly approve: string }> {
  const { ok } = await work.decide.carryOut(atCommandLine, hash, verdict);
  if (!ok && (verdict === 'REJECTED' || !(await isPreviewed(work, chosen, hash)))) {
    process.stdout.write(`No plan waits by the hash ${hash}.\n`);
    return 2;
  }
  process.stdout.write(`Plan ${hash}: ${verdict}.\n`);
  return verdict === 'REJECTED' ? 0 : { approve: hash };
}

async function isPreviewed(work: Work, chosen: readonly Source[], hash: string): Promise<boolean> {
  for (const source of chosen) {
    const report = await readNow({ ...work, preview: true }, source);
    if (report?.planHash === hash) return true;
  }
  return false;
}

function lineOf(id: string, report: RunReport | null, preview: boolean): string {
  if (report === null) return `${id}: another process is at it.`;
  const { status, rejections, message } = report;
  const numbers = [
    `${report.seen} seen`,
    `${report.created} new`,
    `${report.updated} changed`,
    `${report.missing} missing`,
    `${report.removed} hidden`,
    `${rejections.length} rejected`,
  ].join(', ');
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
  const app = await NestFactory.createApplicationContext(CommandModule.of(config), {
    logger: false,
  });
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
