import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandModule } from './command.module.js';
import { CreateKey } from './changes/create-key.js';
import { RevokeKey } from './changes/revoke-key.js';
import { keyArguments, keyUsage, type KeyCommand } from './cli/key-arguments.js';
import { keyLine } from './cli/key-list.js';
import { readStart } from './config/config.js';
import { atCommandLine } from './kernel/viewer.js';
import { MunicipalitiesStore } from './store/municipalities.store.js';
import { KeysView } from './view/keys.view.js';

/** What was done, in lines; or in one, why not. */
type Said = { readonly done: boolean; readonly lines: readonly string[] };

/** Makes, lists and revokes API keys in the configured database; the demonstration makes its own. */
async function main(): Promise<void> {
  const start = readStart();
  if (start.kind === 'DEMONSTRATION') {
    process.stderr.write(
      'DATABASE_URL is not set. The demonstration has its keys in .data/keys.json.\n',
    );
    process.exit(2);
  }
  const { municipalities } = start.config.directories;
  const codes = municipalities.map((m) => m.code);
  const command = keyArguments(process.argv.slice(2), codes, new Date());
  if (command === null) {
    process.stderr.write(keyUsage);
    process.exit(2);
  }
  const app = await NestFactory.createApplicationContext(CommandModule.of(start.config), {
    logger: false,
  });
  try {
    await app.get(MunicipalitiesStore).configure(municipalities);
    const { done, lines } = await carryOut(app, command);
    (done ? process.stdout : process.stderr).write(lines.map((line) => `${line}\n`).join(''));
    process.exitCode = done ? 0 : 1;
  } finally {
    await app.close();
  }
}

async function carryOut(app: INestApplicationContext, command: KeyCommand): Promise<Said> {
  const keys = app.get(KeysView, { strict: false });
  switch (command.verb) {
    case 'CREATE': {
      const create = app.get(CreateKey, { strict: false });
      const outcome = await create.carryOut(atCommandLine, command.request);
      if (!outcome.ok) return { done: false, lines: [outcome.errors[0].message] };
      return { done: true, lines: [outcome.value.text] };
    }
    case 'LIST': {
      const now = new Date();
      const all = await keys.all(atCommandLine);
      return { done: true, lines: all.map((key) => keyLine(key, now)) };
    }
    case 'REVOKE': {
      const key = (await keys.all(atCommandLine)).find((one) => one.keyId === command.keyId);
      if (key === undefined) return { done: false, lines: ['There is no such key.'] };
      await app.get(RevokeKey, { strict: false }).carryOut(atCommandLine, key.id);
      return { done: true, lines: [`${key.prefix} is revoked.`] };
    }
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  process.exit(1);
});
