import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { keyArguments, keyUsage } from './cli/key-arguments.js';
import { readStart } from './config/config.js';
import { Identity } from './identity/identity.js';

/** Makes an API key in the configured database; the demonstration makes its own. */
async function main(): Promise<void> {
  const start = readStart();
  if (start.kind === 'DEMONSTRATION') {
    process.stderr.write(
      'DATABASE_URL is not set. The demonstration has its keys in .data/keys.json.\n',
    );
    process.exit(2);
  }
  const codes = start.config.directories.municipalities.map((m) => m.code);
  const request = keyArguments(process.argv.slice(2), codes, new Date());
  if (request === null) {
    process.stderr.write(keyUsage);
    process.exit(2);
  }
  const app = await NestFactory.createApplicationContext(AppModule.of(start.config), {
    logger: false,
  });
  try {
    process.stdout.write(`${await app.get(Identity).createKey(request)}\n`);
  } finally {
    await app.close();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
  process.exit(1);
});
