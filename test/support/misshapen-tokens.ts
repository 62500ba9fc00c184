import type { Forgery } from './forgeries.js';

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const bearer = (token: string) => [`Bearer ${token}`];
const cut = (token: string) => token.split('.') as [string, string, string];
const zeros = Buffer.alloc(64).toString('base64url');

/** The Authorization headers of tokens of another kind, and of those that are none. */
export const misshapen: readonly Forgery[] = [
  [
    'an ID token: a nonce',
    async (forge) => bearer(await forge.sign(forge.claims({ nonce: 'n' }), { typ: 'JWT' })),
  ],
  [
    'an ID token: at_hash',
    async (forge) => bearer(await forge.sign(forge.claims({ at_hash: 'h' }), { typ: undefined })),
  ],
  [
    'an ID token: issued to its own audience',
    async (forge) => bearer(await forge.sign(forge.claims({ azp: 'ett-samtal' }), { typ: 'JWT' })),
  ],
  ['a logout token', async (forge) => bearer(await forge.sign(undefined, { typ: 'logout+jwt' }))],
  [
    'an event',
    async (forge) => bearer(await forge.sign(forge.claims({ events: {} }), { typ: 'JWT' })),
  ],
  ['a dpop proof', async (forge) => bearer(await forge.sign(undefined, { typ: 'dpop+jwt' }))],
  ['encrypted', async (forge) => bearer(await forge.encrypted())],
  ['a dot behind', async (forge) => bearer(`${await forge.sign()}.`)],
  ['a part more', async (forge) => bearer(`${await forge.sign()}.e30`)],
  [
    'no signature',
    async (forge) =>
      bearer(
        `${cut(await forge.sign())
          .slice(0, 2)
          .join('.')}.`,
      ),
  ],
  ['half a signature', async (forge) => bearer((await forge.sign()).slice(0, -40))],
  ['base64 that is none', async (forge) => bearer((await forge.sign()).replace('.', '.='))],
  ['ordinary base64', async (forge) => bearer(`${await forge.sign()}==`)],
  ['a space inside', async (forge) => bearer((await forge.sign()).replace('.', ' .'))],
  ['two spaces before', async (forge) => [`Bearer  ${await forge.sign()}`]],
  ['a tab before', async (forge) => [`Bearer\t${await forge.sign()}`]],
  [
    'two tokens in one header',
    async (forge) => [`Bearer ${await forge.sign()}, Bearer ${await forge.sign()}`],
  ],
  [
    'two Authorization headers',
    async (forge) => [`Bearer ${await forge.sign()}`, `Bearer ${await forge.sign()}`],
  ],
  [
    'the scheme Basic',
    async (forge) => [`Basic ${Buffer.from(`marianne:${await forge.sign()}`).toString('base64')}`],
  ],
  ['no scheme', async (forge) => [await forge.sign()]],
  ['another scheme', async (forge) => [`DPoP ${await forge.sign()}`]],
  ['like a key', async (forge) => bearer(`vxk_op_AAAAAAAA_${await forge.sign()}`)],
  [
    'a token of 9,000 characters',
    async (forge) => bearer(await forge.sign(forge.claims({ filling: 'x'.repeat(6_000) }))),
  ],
  [
    'JSON 600 levels deep for a header',
    async (forge) => bearer(forge.raw(deep(600), forge.claims(), zeros)),
  ],
  [
    'JSON 600 levels deep for claims',
    async (forge) => bearer(forge.signWritten('{"alg":"ES256","kid":"ec"}', deep(600))),
  ],
  [
    'claims that are a list',
    async (forge) => bearer(forge.signWritten('{"alg":"ES256","kid":"ec"}', '[1]')),
  ],
  [
    'claims that are null',
    async (forge) => bearer(forge.signWritten('{"alg":"ES256","kid":"ec"}', 'null')),
  ],
  [
    'NUL bytes for claims',
    async (forge) => bearer(forge.raw({ alg: 'ES256', kid: 'ec' }, '\0\0\0', zeros)),
  ],
  [
    'a NUL in the name of the key',
    async (forge) => bearer(await forge.signAs('attacker', undefined, { kid: 'ec\0' })),
  ],
  [
    'bytes that are no UTF-8',
    async () => bearer(`${Buffer.from([0xff, 0xfe, 0x7b]).toString('base64url')}.e30.${zeros}`),
  ],
  ['dots', async () => bearer('...')],
];
