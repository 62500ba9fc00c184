import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { post, send, startDoor } from '../../support/door/door.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt } from '../../support/json.js';
import { listening } from '../../support/listening.js';

let app: TestApp;
let door: Awaited<ReturnType<typeof startDoor>>;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  door = await startDoor(app);
  key = app.keys['operator'] ?? '';
}, 60_000);
afterAll(async () => {
  await door?.stop();
  await app?.stop();
});

const ask = (query: string, headers?: Readonly<Record<string, string>>) =>
  post(door.url, key, { query }, headers);
const message = (text: string) => textAt(JSON.parse(text), 'errors.0.message');
const me = '{ viewer { roles } }';
const field = (name: string) => `${name}: viewer { roles }`;
const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`);

describe('a document is refused', () => {
  test.each<[string, string, string, string]>([
    [
      'of 16 aliases, with 15 it is answered',
      `{ ${names(16).map(field).join(' ')} }`,
      `{ ${names(15).map(field).join(' ')} }`,
      'more than 15 aliases',
    ],
    [
      'that repeats a field 16 times',
      `{ viewer { roles ${'roles '.repeat(16)} } }`,
      `{ viewer { roles ${'roles '.repeat(15)} } }`,
      'more than 15 aliases and repetitions',
    ],
    [
      'whose fragments have 16 aliases together',
      '{ viewer { ...f } b: viewer { ...f } c: viewer { ...f } } fragment f on Viewer { a: roles b: roles c: roles d: roles e: roles }',
      '{ viewer { ...f } b: viewer { ...f } } fragment f on Viewer { a: roles b: roles c: roles d: roles e: roles }',
      'more than 15 aliases',
    ],
    [
      'of 21 directives',
      `{ viewer { ${'roles @include(if: true) '.repeat(16)} ${'... @include(if: true) { roles } '.repeat(5)} } }`,
      `{ viewer { ${'roles @include(if: true) '.repeat(15)} ${'... @include(if: true) { roles } '.repeat(5)} } }`,
      'more than 20 directives',
    ],
    [
      'nested deeper than 12 fields',
      `{ person(ref: { id: "x" }) { ${'manager { '.repeat(11)} id ${'} '.repeat(11)} } }`,
      `{ person(ref: { email: "nobody@hallsberg.test" }) { ${'manager { '.repeat(10)} id ${'} '.repeat(10)} } }`,
      'nested deeper than 12 fields',
    ],
  ])('%s', async (_, refused, allowed, words) => {
    const no = await ask(refused);
    expect(no.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(message(no.text)).toContain(words);
    expect((await ask(allowed)).codes).toEqual([]);
  });

  test('of more than 16 KiB', async () => {
    const padded = (bytes: number) => `# ${'x'.repeat(bytes - me.length - 3)}\n${me}`;
    const no = await ask(padded(16 * 1024 + 1));
    expect([no.status, no.codes]).toEqual([413, ['BAD_REQUEST']]);
    expect(message(no.text)).toContain('16 KiB');
    expect((await ask(padded(16 * 1024))).codes).toEqual([]);
  });

  test('of more than 40 fragments, before it is validated', async () => {
    const fragments = (count: number) => {
      const all = names(count);
      const spread = all.map((name) => `...${name}`).join(' ');
      return `{ viewer { ${spread} } } ${all.map((name) => `fragment ${name} on Viewer { __typename }`).join(' ')}`;
    };
    const no = await ask(fragments(41));
    expect([no.status, no.codes]).toEqual([413, ['BAD_REQUEST']]);
    expect(message(no.text)).toContain('more than 40 fragments');
    expect((await ask(fragments(40))).codes).toEqual([]);
  });

  test('in a body of more than 384 KiB, which is not read', async () => {
    const padded = (bytes: number) => {
      const body = JSON.stringify({ query: me, extensions: { x: '' } });
      return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`);
    };
    const no = await post(door.url, key, padded(384 * 1024 + 1));
    expect([no.status, no.codes]).toEqual([413, ['BAD_REQUEST']]);
    expect(message(no.text)).toContain('384 KiB');
    expect((await post(door.url, key, padded(384 * 1024))).codes).toEqual([]);
  });

  test('with variables in eleven levels', async () => {
    const levels = (count: number): unknown => (count === 0 ? 1 : { a: levels(count - 1) });
    const asked = (count: number) =>
      post(door.url, key, { query: me, variables: { x: levels(count) } });
    expect((await asked(10)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await asked(9)).codes).toEqual([]);
    const lists = `{"query":"${me}","variables":{"x":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`;
    expect((await post(door.url, key, lists)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('with U+0000 in a text, written or in a variable, wherever it stands', async () => {
    const written = (id: string) =>
      `{ person(ref: { employee: { municipalityCode: "1861", employeeId: "${id}" } }) { id } }`;
    const inVariable = 'query ($ref: PersonRef!) { person(ref: $ref) { id } }';
    const given = (code: string) => {
      const ref = { employee: { municipalityCode: code, employeeId: '40103' } };
      return post(door.url, key, { query: inVariable, variables: { ref } });
    };
    const refused = [await ask(written('4\\u0000')), await given('18\u000061')];
    for (const { codes, text } of refused) {
      expect(codes).toEqual(['BAD_USER_INPUT']);
      expect(message(text)).toBe('A text has the character U+0000.');
    }
    expect((await ask(written('4\\u0001'))).codes).toEqual([]);
    expect((await given('18\u000161')).codes).toEqual([]);
  });

  test('compressed, or in another encoding, or not in UTF-8', async () => {
    const body = JSON.stringify({ query: me });
    const answers = [
      await send(`${door.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          authorization: `Bearer ${key}`,
        },
        body: gzipSync(body),
      }),
      await post(door.url, key, body, { 'content-type': 'application/json; charset=utf-16' }),
      await send(`${door.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: Buffer.concat([
          Buffer.from('{"query":"{ viewer { roles } } #'),
          Buffer.of(0xff, 0xfe),
          Buffer.from('"}'),
        ]),
      }),
    ];
    for (const { status, codes } of answers)
      expect([[415, 400].includes(status), codes]).toEqual([true, ['BAD_REQUEST']]);
  });
});

describe('the cost', () => {
  const dear = (first: number) =>
    `{ searchDirectory(query: "anna", first: ${first}) { edges { node { ... on DirectoryEntry { reachability { alternatives { entry { id } number { e164 } } } } } } } }`;

  test('of more than 1,000 points is refused before anything is done, and costs nothing', async () => {
    const left = async () =>
      Number(
        at(
          JSON.parse((await ask('{ viewer { costRemaining } }')).text),
          'data.viewer.costRemaining',
        ),
      );
    const before = await left();
    const no = await ask(dear(100));
    expect([no.status, no.codes]).toEqual([400, ['COST_LIMIT_EXCEEDED']]);
    expect(message(no.text)).toContain('1401 points');
    expect(await left()).toBe(before - 1);
    expect((await ask(dear(50))).codes).toEqual([]);
    expect(await left()).toBe(before - 1 - 701 - 1);
  });

  test('is the same whatever is found, and is paid for a refusal too', async () => {
    const token = await app.token('employee', '1861', '1001');
    const spent = async (words: string) => {
      const read = async () => {
        const { text } = await post(door.url, token, { query: '{ viewer { costRemaining } }' });
        return Number(at(JSON.parse(text), 'data.viewer.costRemaining'));
      };
      const before = await read();
      const query = `{ searchDirectory(query: "${words}", first: 10) { edges { node { ... on DirectoryEntry { numbers { e164 } } } } } }`;
      await post(door.url, token, { query });
      return before - (await read());
    };
    expect([await spent('anna'), await spent('nobodyhere'), await spent('x')]).toEqual([
      52, 52, 52,
    ]);
  });

  test('of a minute is refused with the time to wait, and the wait is enough', async () => {
    const token = await app.token('employee', '1861', '1002');
    const query =
      '{ searchDirectory(query: "anna", first: 100) { edges { node { ... on DirectoryEntry { numbers { e164 } } } } } }';
    for (let i = 0; i < 19; i += 1)
      expect((await post(door.url, token, { query })).codes).toEqual([]);
    const no = await post(door.url, token, { query });
    expect([no.status, no.codes]).toEqual([429, ['RATE_LIMITED']]);
    const wait = Number(no.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    app.clock.advance(wait);
    expect((await post(door.url, token, { query })).codes).toEqual([]);
  });

  test('is not all: an employee looks up 60 numbers a minute, and a walk through a series is logged once', async () => {
    const token = await app.token('employee', '1861', '1003');
    const walk = (from: number) => ({
      query: `{ ${names(15)
        .map((name, i) => `${name}: lookupNumber(number: "+46582${100000 + from + i}") { label }`)
        .join(' ')} }`,
    });
    const { lines, answer: answers } = await listening(async () => {
      const all = [];
      for (let i = 0; i < 6; i += 1) all.push(await post(door.url, token, walk(15 * i)));
      return all;
    });
    expect(answers.map(({ codes }) => codes)).toEqual([
      ...Array.from({ length: 4 }, () => []),
      ['RATE_LIMITED'],
      ['RATE_LIMITED'],
    ]);
    const told = lines.filter((line) => line.includes('web.enumeration'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/web\.enumeration actor=token:\S+/);
    expect(lines.join('')).not.toContain('+46582');
    const operators = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((i) => post(door.url, key, walk(15 * i))),
    );
    expect(operators.flatMap(({ codes }) => codes)).toEqual([]);
  });
});
