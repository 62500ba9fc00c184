import { expect, test } from '@jest/globals';
import { checkedKeyRequest, type KeyRequest } from '../../../src/changes/key-request.js';
import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import { now } from '../../support/people.js';

const hallsberg = '1861' as MunicipalityCode;
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const request: KeyRequest = {
  role: 'OPERATOR',
  label: 'Växeln',
  municipality: null,
  scopes: [],
  expiresAt: inDays(366),
};

function refusal(change: Partial<KeyRequest>): string {
  const outcome = checkedKeyRequest({ ...request, ...change }, [hallsberg], now);
  return outcome.ok ? 'MADE' : `${outcome.errors[0].code} ${outcome.errors[0].field?.at(-1)}`;
}

test('a label is kept clean, and a scope once', () => {
  const outcome = checkedKeyRequest(
    {
      ...request,
      role: 'INTEGRATION_KEY',
      municipality: hallsberg,
      label: '  Passer\u200bsystem \n ett ',
      scopes: ['ABSENCE_READ', 'ABSENCE_READ'],
    },
    [hallsberg],
    now,
  );
  expect(outcome).toMatchObject({ value: { label: 'Passersystem ett', scopes: ['ABSENCE_READ'] } });
});

test.each<[string, Partial<KeyRequest>]>([
  ['INVALID label', { label: ' \u200b ' }],
  ['TOO_LONG label', { label: 'å'.repeat(81) }],
  ['MADE', { label: 'å'.repeat(80) }],
  ['INVALID label', { label: 'Växeln 19121212-1212' }],
  ['INVALID municipalityCode', { role: 'INTRANET_KEY' }],
  ['INVALID municipalityCode', { role: 'INTEGRATION_KEY' }],
  ['MADE', { role: 'INTRANET_KEY', municipality: hallsberg }],
  ['NOT_FOUND municipalityCode', { municipality: '9999' as MunicipalityCode }],
  ['INVALID scopes', { scopes: ['LINE_WRITE'] }],
  ['INVALID scopes', { role: 'PHONE_SYSTEM_KEY', scopes: ['LINE_WRITE', 'NUMBERS_MOBILE'] }],
  ['INVALID scopes', { role: 'INTEGRATION_KEY', municipality: hallsberg, scopes: ['LINE_WRITE'] }],
  ['MADE', { role: 'PHONE_SYSTEM_KEY', scopes: ['LINE_WRITE'] }],
  ['IN_PAST expiresAt', { expiresAt: now }],
  ['INVALID expiresAt', { expiresAt: new Date(inDays(366).getTime() + 1) }],
])('%s: %j', (answer, change) => {
  expect(refusal(change)).toContain(answer);
});
