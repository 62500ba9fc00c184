import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from './command.module.js';
import { DropMonth, type Dropped } from './audit/drop-month.js';
import { VerifySeals, type Verdict } from './audit/verify-seals.js';
import { auditArguments, auditUsage, verdictLine } from './cli/audit-arguments.js';
import { ConfigError, readStart, type Config } from './config/config.js';
import { DirectoriesFileError } from './config/directories-file.js';
import { Clock } from './kernel/clock.js';
import { faultName } from './kernel/fault.js';

/** Verifies what was recorded, or drops a closed month; returns the exit code. */
async function main(): Promise<number> {
  const request = auditArguments(process.argv.slice(2));
  const start = readStart();
  if (start.kind === 'DEMONSTRATION')
    return refuse('DATABASE_URL is not set: the demonstration is for npm start.\n');
  if (request === null) return refuse(auditUsage);
  const { databaseOwnerUrl } = start.config;
  if (request.kind === 'VERIFY')
    return withApp(start.config, async ({ verify, now }) => tell(await verify.everything(now)));
  if (databaseOwnerUrl === null) return refuse('DATABASE_OWNER_URL is not set.\n');
  const { month } = request;
  return withApp(start.config, async ({ drop }) =>
    tellDropped(month, await drop.carryOut(databaseOwnerUrl, month)),
  );
}

function tell(verdicts: readonly Verdict[]): number {
  process.stdout.write(verdicts.map(verdictLine).join(''));
  return verdicts.some(({ broken }) => broken !== null) ? 1 : 0;
}

function tellDropped(month: string, result: Dropped): number {
  switch (result.kind) {
    case 'NOT_CLOSED':
      return refuse(`${month} is not closed yet.\n`);
    case 'EMPTY':
      return refuse(`There are no rows of ${month}.\n`);
    case 'BROKEN':
      process.stdout.write(`${month} stays: not everything is as it was sealed.\n`);
      return tell(result.verdicts);
    case 'DROPPED':
      for (const { code, rows } of result.rows)
        process.stdout.write(`${code}: ${rows} rows of ${month} dropped; their seals stay.\n`);
      return 0;
  }
}

function refuse(sentence: string): number {
  process.stderr.write(sentence);
  return 2;
}

type Work = { readonly now: Date; readonly verify: VerifySeals; readonly drop: DropMonth };

async function withApp<T>(config: Config, work: (app: Work) => Promise<T>): Promise<T> {
  const app = await NestFactory.createApplicationContext(CommandModule.of(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const find = { strict: false };
    return await work({
      now: app.get(Clock).now(),
      verify: app.get(VerifySeals, find),
      drop: app.get(DropMonth, find),
    });
  } finally {
    await app.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DirectoriesFileError;
  process.stderr.write(
    expected ? `${error.message}\n` : `Nothing was done (${faultName(error)}).\n`,
  );
  return 1;
});
