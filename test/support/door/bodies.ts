import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.js';

/** A request to `/graphql`: by the usual client, or bytes as they go over the wire. */
export type Hostile =
  | { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | string }
  | { readonly wire: Buffer };

const json = { 'content-type': 'application/json' };
const right =
  '{"query":"query ($n: Int) { viewer { roles } }","variables":{"n":1},"operationName":null}';
const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, 0x20));
const types = [
  'text/plain',
  'text/html',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/octet-stream',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'application/json;;;',
  'a',
  '*/*',
  'application/json, text/plain',
  'application/jsonx',
];
const odd = [
  'null',
  'true',
  '7',
  '-0',
  '1e400',
  '""',
  '"x"',
  '[]',
  '[[]]',
  '{}',
  '[{}]',
  '{"query":{}}',
  '[null]',
  '{"kind":"Document"}',
  '"\\ud800"',
  '{"a":{"b":{"c":{}}}}',
  '99999999999999999999',
];
const keys = [
  'query',
  'variables',
  'operationName',
  'extensions',
  '__proto__',
  'constructor',
  'toString',
  'persistedQuery',
  'id',
  '',
];

/** One malformed body, by the chances of a seed. */
export function bodyOf(chance: Chance): Hostile {
  return chance.pick(makers)(chance);
}

const makers: readonly ((chance: Chance) => Hostile)[] = [
  cut,
  (chance) => ({ headers: json, body: notUtf8(chance) }),
  (chance) => ({ headers: json, body: fields(chance) }),
  (chance) => ({ headers: json, body: fields(chance) }),
  (chance) => ({ headers: json, body: polluted(chance) }),
  (chance) => ({ headers: { 'content-type': chance.pick(types) }, body: right }),
  (chance) => ({
    headers: {
      ...json,
      'content-encoding': chance.pick(['gzip', 'deflate', 'br', 'zstd', 'x', 'gzip, gzip']),
    },
    body: chance.oneIn(2) ? bomb : right,
  }),
  (chance) => ({
    headers: json,
    body: ' '.repeat(384 * 1024 - right.length + chance.below(3)) + right,
  }),
  (chance) => ({ headers: json, body: nested(chance) }),
  (chance) => ({
    headers: json,
    body: JSON.stringify(
      Array.from({ length: chance.below(500) }, () => JSON.parse(right) as unknown),
    ),
  }),
  (chance) => ({ wire: wire(chance) }),
];

function cut(chance: Chance): Hostile {
  const at = chance.below(right.length);
  const middle = chance.pick(['', '\0', '\\', '"', '{', '}', ',', '\ufeff', '/*', 'NaN', "'"]);
  return { headers: json, body: right.slice(0, at) + middle + right.slice(at + chance.below(5)) };
}

function notUtf8(chance: Chance): Buffer {
  const bytes = Buffer.from(right);
  for (let i = 0; i <= chance.below(4); i += 1)
    bytes[chance.below(bytes.length)] = chance.pick([0x80, 0xc0, 0xff, 0xed, 0xf8, 0x00, 0xfe]);
  return bytes;
}

/** Fields of a request, some twice and most of a wrong type. */
function fields(chance: Chance): string {
  const parts = Array.from({ length: 1 + chance.below(6) }, () => {
    const value = chance.oneIn(3) ? '"{ viewer { roles } }"' : chance.pick(odd);
    return `${JSON.stringify(chance.pick(keys))}:${value}`;
  });
  return `{${parts.join(',')}}`;
}

/** A request that answers, with what would change every object of the process. */
function polluted(chance: Chance): string {
  const evil = chance.pick([
    '{"roles":["OFFICER"]}',
    '{"toString":1}',
    'null',
    '{"__proto__":{"x":1}}',
    '{"length":1e9}',
  ]);
  const key = chance.pick([
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'then',
    'toJSON',
  ]);
  const query = '"query":"query ($n: Int) { viewer { roles } }"';
  return chance.pick([
    `{${query},"${key}":${evil}}`,
    `{${query},"variables":{"${key}":${evil},"n":1}}`,
    `{"${key}":{${query}}}`,
    `{${query},"extensions":{"${key}":${evil},"persistedQuery":{"version":1,"sha256Hash":"x"}}}`,
  ]);
}

function nested(chance: Chance): string {
  const [open, close] = chance.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const);
  const levels = chance.below(20_000);
  const deep = `${open.repeat(levels)}1${chance.oneIn(4) ? '' : close.repeat(levels)}`;
  return chance.oneIn(3) ? deep : right.replace('{"n":1}', `{"n":${deep}}`);
}

/** Lengths and chunks that do not add up. */
function wire(chance: Chance): Buffer {
  const framing = chance.pick([
    `transfer-encoding: chunked\r\n\r\n${right.length.toString(16)}\r\n${right}\r\n0\r\n\r\n`,
    `transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n${right}`,
    `transfer-encoding: chunked\r\n\r\nzz\r\n${right}\r\n0\r\n\r\n`,
    `transfer-encoding: chunked\r\n\r\n-1\r\n${right}\r\n0\r\n\r\n`,
    `transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n`,
    `transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    `transfer-encoding: gzip\r\n\r\n${right}`,
    `transfer-encoding: chunked\r\n\r\n${'1\r\n{\r\n'.repeat(2_000)}0\r\n\r\n`,
    `transfer-encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`,
    `content-length: -1\r\n\r\n${right}`,
    `content-length: 1e3\r\n\r\n${right}`,
    `content-length: 10\r\ncontent-length: 20\r\n\r\n${right}`,
    `content-length: ${right.length}\r\nx\0y: z\r\n\r\n${right}`,
    `content-length: ${right.length}\r\nx-long: ${'y'.repeat(20_000)}\r\n\r\n${right}`,
    `content-length: 0\r\n\r\n`,
  ]);
  const method = chance.pick(['POST', 'POST', 'POST', 'PUT', 'GET', 'G\0T', 'CONNECT', 'TRACE']);
  return Buffer.from(
    `${method} /graphql HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\nauthorization: Bearer KEY\r\n${framing}`,
    'latin1',
  );
}
