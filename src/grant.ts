import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandModule } from './command.module.js';
import { auditFactOf } from './audit/audit-fact-of.js';
import { grantArguments, grantUsage, type GrantCommand } from './cli/grant-arguments.js';
import { ConfigError, readStart, type Config } from './config/config.js';
import { DirectoriesFileError } from './config/directories-file.js';
import { Clock } from './kernel/clock.js';
import { faultName } from './kernel/fault.js';
import { atCommandLine } from './kernel/viewer.js';
import { GrantsStore } from './store/grants.store.js';
import { RelationsStore } from './store/relations.store.js';

/** Grants a role from the command line: the first technician and the first officer have nobody to ask. Returns the exit code. */
async function main(): Promise<number> {
  const start = readStart();
  if (start.kind === 'DEMONSTRATION')
    return refuse('DATABASE_URL is not set: the demonstration is for npm start.\n');
  const codes = start.config.directories.municipalities.map((m) => m.code);
  const command = grantArguments(process.argv.slice(2), codes);
  return command === null ? refuse(grantUsage) : grant(start.config, command);
}

async function grant(config: Config, command: GrantCommand): Promise<number> {
  const { role, municipality, employeeId } = command;
  const app = await NestFactory.createApplicationContext(CommandModule.of(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const found = await app
      .get(RelationsStore)
      .undisclosedOf(municipality, 'EMPLOYEE_ID', employeeId);
    if (found === null)
      return refuse('Nobody works there by that employee id, or more than one does.\n', 1);
    const { personId } = found;
    const fact = auditFactOf(atCommandLine, {
      at: app.get(Clock).now(),
      municipality,
      action: 'GRANT_ROLE',
      about: personId,
      fields: [`Viewer.roles.${role}`],
    });
    const granted = await app.get(GrantsStore).grant({ personId, role, municipality }, fact);
    process.stdout.write(granted ? `Granted: ${role}.\n` : `There already: ${role}.\n`);
    return 0;
  } finally {
    await app.close();
  }
}

function refuse(sentence: string, code = 2): number {
  process.stderr.write(sentence);
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DirectoriesFileError;
  const why = expected ? error.message : `Nothing was granted (${faultName(error)}).`;
  process.stderr.write(`${why}\n`);
  return 1;
});
