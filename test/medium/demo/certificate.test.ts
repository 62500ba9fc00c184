import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';

const made = new Date('2024-03-01T12:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function daysLater(count: number): Date {
  return new Date(made.getTime() + count * 86_400_000);
}

test('is for loopback, with a key for its owner only', async () => {
  const inner = join(folder, 'a', 'b');
  const { cert, certFile } = await loadOrCreateCertificate(inner, made);
  const certificate = new X509Certificate(cert);
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkHost('example.test')).toBeUndefined();
  expect(certFile).toBe(join(inner, 'loopback.pem'));
  expect(statSync(join(inner, 'loopback.key')).mode & 0o777).toBe(0o600);
});

test('is kept until 30 days before it expires', async () => {
  const first = await loadOrCreateCertificate(folder, made);
  expect(await loadOrCreateCertificate(folder, daysLater(334))).toEqual(first);
  const renewed = await loadOrCreateCertificate(folder, daysLater(336));
  expect(renewed.cert).not.toBe(first.cert);
  expect(renewed.key).not.toBe(first.key);
});

test.each(['loopback.key', 'loopback.pem'])('is renewed when %s is broken', async (name) => {
  const first = await loadOrCreateCertificate(folder, made);
  const file = join(folder, name);
  writeFileSync(file, 'broken');
  chmodSync(file, 0o644);
  const second = await loadOrCreateCertificate(folder, made);
  expect(second.cert).not.toBe(first.cert);
  expect(statSync(join(folder, 'loopback.key')).mode & 0o777).toBe(0o600);
  expect(await loadOrCreateCertificate(folder, made)).toEqual(second);
});
