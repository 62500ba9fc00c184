import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultCode } from '../kernel/fault.js';

/** What is known only here about one embedded server: its passwords, and how far it was made. */
export type Secrets = {
  readonly superuser: string;
  readonly owner: string;
  readonly program: string;
  /** The data folder, once it is made to the end; relative to the state directory when inside it. */
  readonly madeAt: string | null;
};

/**
 * Reads the secrets of a state directory, or draws new ones when there are none. Throws when the file
 * cannot be read: new passwords would cost the data.
 */
export function readSecrets(stateDirectory: string): Secrets {
  const file = fileOf(stateDirectory);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if (faultCode(error) !== 'ENOENT')
      throw new Error(`${file} cannot be read: mend it, or remove it and lose the embedded data.`, {
        cause: error,
      });
    const [superuser, owner, program] = [draw(), draw(), draw()];
    return { superuser, owner, program, madeAt: null };
  }
}

/** Keeps the secrets where only we can read them; never half written. */
export function keepSecrets(stateDirectory: string, secrets: Secrets): void {
  const file = fileOf(stateDirectory);
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function fileOf(stateDirectory: string): string {
  return join(stateDirectory, 'postgres-secrets.json');
}

/** 192 bits in hexadecimal, which no address and no SQL text needs to quote. */
function draw(): string {
  return randomBytes(24).toString('hex');
}
