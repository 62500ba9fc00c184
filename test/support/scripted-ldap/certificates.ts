import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** PEM. */
export type ServerCertificate = { readonly key: string; readonly cert: string };
export type CertificateFault = 'expired' | 'not yet valid' | 'wrong name';

/** An authority as a municipality has its own, and the file that clients give as their CA. */
export type Authority = {
  readonly cert: string;
  readonly certFile: string;
  /** A certificate for localhost and 127.0.0.1, with at most one thing wrong. */
  issue(fault?: CertificateFault): Promise<ServerCertificate>;
};

const day = 86_400_000;
const common = { keyType: 'ec', algorithm: 'sha256' } as const;
const loopback = [
  { type: 2 as const, value: 'localhost' },
  { type: 7 as const, ip: '127.0.0.1' },
];
const elsewhere = [{ type: 2 as const, value: 'elsewhere.test' }];

/** Makes an authority. Two of the same name have different keys, as one that was made anew has. */
export async function makeAuthority(folder: string, name = 'Kommunens CA'): Promise<Authority> {
  const made = await generate([{ name: 'commonName', value: name }], {
    ...common,
    ...validFor(-10, 10),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const certFile = join(folder, `authority-${randomUUID()}.pem`);
  await mkdir(folder, { recursive: true });
  await writeFile(certFile, made.cert);
  return {
    cert: made.cert,
    certFile,
    issue: (fault) => issue({ key: made.private, cert: made.cert }, fault),
  };
}

async function issue(
  ca: ServerCertificate,
  fault: CertificateFault | undefined,
): Promise<ServerCertificate> {
  const made = await generate([{ name: 'commonName', value: 'directory' }], {
    ...common,
    ...validity(fault),
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: fault === 'wrong name' ? elsewhere : loopback },
    ],
  });
  return { key: made.private, cert: made.cert };
}

function validity(fault: CertificateFault | undefined) {
  if (fault === 'expired') return validFor(-2, -1);
  if (fault === 'not yet valid') return validFor(1, 2);
  return validFor(-1, 1);
}

function validFor(fromDays: number, toDays: number) {
  const now = Date.now();
  return {
    notBeforeDate: new Date(now + fromDays * day),
    notAfterDate: new Date(now + toDays * day),
  };
}
