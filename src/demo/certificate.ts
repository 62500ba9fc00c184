import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A key and its certificate in PEM, and the file that clients give as their CA. */
export type LoopbackCertificate = {
  readonly key: string;
  readonly cert: string;
  readonly certFile: string;
};

const day = 86_400_000;
const validDays = 365;
const renewBeforeDays = 30;

/**
 * The self-signed certificate for localhost and 127.0.0.1 that is kept in a directory as
 * `loopback.key` (mode 0600) and `loopback.pem`. It is made when it is missing, unreadable, belongs
 * to another key or expires within 30 days. Throws only when the directory can't be written.
 */
export async function loadOrCreateCertificate(
  directory: string,
  now: Date = new Date(),
): Promise<LoopbackCertificate> {
  const keyFile = join(directory, 'loopback.key');
  const certFile = join(directory, 'loopback.pem');
  const kept = await load(keyFile, certFile, now);
  if (kept !== null) return { ...kept, certFile };
  const made = await create(now);
  await mkdir(directory, { recursive: true });
  await replace(keyFile, made.key, 0o600);
  await replace(certFile, made.cert, 0o644);
  return { ...made, certFile };
}

async function load(keyFile: string, certFile: string, now: Date) {
  try {
    const key = await readFile(keyFile, 'utf8');
    const cert = await readFile(certFile, 'utf8');
    const certificate = new X509Certificate(cert);
    const daysLeft = (Date.parse(certificate.validTo) - now.getTime()) / day;
    const usable = daysLeft > renewBeforeDays && certificate.checkPrivateKey(createPrivateKey(key));
    return usable ? { key, cert } : null;
  } catch {
    return null;
  }
}

async function create(now: Date): Promise<{ readonly key: string; readonly cert: string }> {
  // Loaded only when there is one to be made, which is once a year.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A clock that runs a little behind must not refuse what was made a moment ago.
    notBeforeDate: new Date(now.getTime() - day),
    notAfterDate: new Date(now.getTime() + validDays * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** Writes beside and renames, so that nobody reads half a file and an old file's mode is not kept. */
async function replace(file: string, text: string, mode: number): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, text, { mode });
  await rename(beside, file);
}
