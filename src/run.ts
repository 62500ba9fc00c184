import { ConfigError, readStart } from './config/config.js';
import { DirectoriesFileError } from './config/directories-file.js';

/** What was started. */
export type Running = { readonly stop: () => Promise<void> };

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

/** What is needed is loaded when it is known: a wrong configuration is refused at once, and production never loads the demonstration. */
async function begin(): Promise<Running | null> {
  try {
    const start = readStart();
    if (start.kind === 'DEMONSTRATION')
      return await (await import('./demonstrate.js')).demonstrate(start.port);
    return await (await import('./serve.js')).serve(start.config);
  } catch (error) {
    explain(error);
    return null;
  }
}

function explain(error: unknown): void {
  const expected = error instanceof ConfigError || error instanceof DirectoriesFileError;
  const message = error instanceof Error ? error.message : 'unknown';
  process.stderr.write(expected ? `${message}\n` : `Ett samtal could not start: ${message}\n`);
  process.exit(1);
}
