import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigError, decideStart } from '../../../src/config/config.js';
import { DirectoriesFileError, parseDirectories } from '../../../src/config/directories-file.js';
import { directoriesFile } from '../../support/raw-entry.js';

let folder: string;
let file: string;
const secret = 'a-secret-that-nobody-may-ever-read-anywhere';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  file = join(folder, 'directories.yaml');
  writeFileSync(file, directoriesFile());
});
afterAll(() => rmSync(folder, { recursive: true }));

function faultsOf(text: string): readonly string[] {
  try {
    parseDirectories(text);
    return [];
  } catch (error) {
    if (error instanceof DirectoriesFileError) return error.faults;
    throw error;
  }
}

const real = () => ({
  DATABASE_URL: 'postgres://program:pw@db/ett',
  DIRECTORIES_FILE: file,
  SERVER_SECRET: secret,
  BIND_PASSWORD: 'las-bara',
});
const refusal = (env: Record<string, string>) => {
  try {
    decideStart(env);
    return null;
  } catch (error) {
    return error instanceof ConfigError ? error.message : error;
  }
};

describe('how the program starts', () => {
  test('without configuration is the demonstration, on port 4000', () => {
    expect(decideStart({})).toEqual({ kind: 'DEMONSTRATION', port: 4000 });
  });

  test('in production without a database is a refusal in one clear sentence', () => {
    expect(refusal({ NODE_ENV: 'production' })).toMatch(
      /^NODE_ENV is production but DATABASE_URL is not set/,
    );
  });

  test('with a database is the real thing', () => {
    const start = decideStart(real());
    expect(start).toMatchObject({ kind: 'CONFIGURED', config: { port: 4000, production: false } });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a short secret', { SERVER_SECRET: 'short' }, /^SERVER_SECRET .* at least 32/],
    [
      'an empty bind password, which would be an anonymous bind',
      { BIND_PASSWORD: '' },
      /variable BIND_PASSWORD is empty/,
    ],
    ['a database address of another kind', { DATABASE_URL: 'mysql://db' }, /^DATABASE_URL must be/],
    ['a port that is none', { PORT: '70000' }, /^PORT must be/],
    ['GraphiQL that is neither on nor off', { GRAPHIQL: 'yes' }, /^GRAPHIQL must be on or off/],
    [
      'GraphiQL in production',
      { GRAPHIQL: 'on', NODE_ENV: 'production' },
      /^GRAPHIQL is on, which production refuses/,
    ],
    [
      'a file that is not there',
      { DIRECTORIES_FILE: '/nowhere/at/all' },
      /cannot be read \(ENOENT\)/,
    ],
  ])('is refused with %s', (_, wrong, message) => {
    expect(refusal({ ...real(), ...wrong })).toMatch(message);
  });

  test("in production refuses the demonstration's issuer", () => {
    const demo = `    issuers: [{ issuer: "urn:ett-samtal:demonstration:1861", audience: x, jwks: "file:///x" }]\n`;
    writeFileSync(join(folder, 'demo.yaml'), directoriesFile(demo));
    const env = { ...real(), DIRECTORIES_FILE: join(folder, 'demo.yaml') };
    expect(refusal(env)).toBeNull();
    expect(refusal({ ...env, NODE_ENV: 'production' })).toMatch(
      /1861 uses the demonstration's issuer/,
    );
  });

  test("an issuer's keys over plain HTTP are for this machine alone, and not for production", () => {
    const plain = (jwks: string) =>
      `    issuers: [{ issuer: "https://login.test", audience: x, jwks: "${jwks}" }]\n`;
    writeFileSync(join(folder, 'plain.yaml'), directoriesFile(plain('http://127.0.0.1:8080/keys')));
    const env = { ...real(), DIRECTORIES_FILE: join(folder, 'plain.yaml') };
    expect(refusal(env)).toBeNull();
    expect(refusal({ ...env, NODE_ENV: 'production' })).toMatch(/1861 .* over plain HTTP/);
    for (const elsewhere of ['http://login.test/keys', 'http://127.0.0.1.login.test/keys'])
      expect(() => parseDirectories(directoriesFile(plain(elsewhere)))).toThrow(/https:/);
  });
});

test('two issuers with one address are told apart by their audiences, or refused', () => {
  const issuers = (second: string) =>
    directoriesFile(
      `    issuers:\n${['x', second].map((audience) => `      - { issuer: "https://login.test", audience: ${audience}, jwks: "https://login.test/keys" }\n`).join('')}`,
    );
  expect(() => parseDirectories(issuers('x'))).toThrow(/each issuer with an audience once/);
  expect(parseDirectories(issuers('y')).municipalities[0]?.issuers).toHaveLength(2);
});

describe('a directories file', () => {
  test('fills in what is usual', () => {
    const [municipality] = parseDirectories(directoriesFile()).municipalities;
    expect(municipality).toMatchObject({
      extensionDigits: 4,
      settings: { mobileVisibility: 'OWN_MUNICIPALITY' },
      directories: [{ everyMinutes: 15, allowPlain: false, attributes: { familyName: 'sn' } }],
    });
  });

  test('that is wrong in several places names every fault, with its path and what was expected', () => {
    const wrong = directoriesFile()
      .replace('"0582"', '582')
      .replace('OPENLDAP', 'NOVELL')
      .replace('ldaps://', 'http://')
      .replace('skyddad: PROTECTED', 'skyddad: HIDDEN');
    expect(faultsOf(wrong)).toEqual([
      expect.stringMatching(/^municipalities\[0\]\.areaCode: .*expected string/),
      expect.stringMatching(/^municipalities\[0\]\.directories\[0\]\.flavour: .*ACTIVE_DIRECTORY/),
      expect.stringMatching(/^municipalities\[0\]\.directories\[0\]\.servers\[0\]: expected ldaps/),
      expect.stringMatching(
        /^municipalities\[0\]\.directories\[0\]\.values\.confidentiality\.skyddad: .*PROTECTED/,
      ),
    ]);
  });

  test('may not send a bind password in clear text, unless it says that it is a laboratory', () => {
    const plain = directoriesFile().replace('ldaps://', 'ldap://');
    expect(faultsOf(plain)).toEqual([
      expect.stringContaining('expected ldaps://, or tls.startTls'),
    ]);
    expect(faultsOf(`${plain}        allowPlain: true\n`)).toEqual([]);
  });

  test('names nothing twice', () => {
    const text = directoriesFile();
    const twice = text + text.slice(text.indexOf('  - code'));
    expect(faultsOf(twice)).toHaveLength(2);
  });

  test.each([
    ['in a wrong place', `        password: ${secret}\n`],
    ['in a line that is no YAML', `        password: "${secret}\n`],
    ['of the wrong type', `        everyMinutes: ${secret}\n`],
  ])('never prints the value of a secret %s', (_, line) => {
    const faults = faultsOf(directoriesFile(line));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).not.toContain(secret);
  });
});

describe('that browsers may sign in at an issuer', () => {
  const signIn = (words: string, issuer = 'https://login.test') =>
    directoriesFile(
      `    issuers: [{ issuer: "${issuer}", audience: x, jwks: "https://login.test/keys", signIn: { ${words} } }]\n`,
    );

  test('is said with the client that the pages are there; all else has a usual value', () => {
    const [issuer] = parseDirectories(signIn('clientId: pages')).municipalities[0]?.issuers ?? [];
    expect(issuer?.signIn).toEqual({ clientId: 'pages', scope: 'openid' });
  });

  test.each<[string, string, RegExp]>([
    ['a client without a name', 'clientId: ""', /clientId/],
    ['a scope of two lines', 'clientId: a, scope: "openid\\nmore"', /expected words/],
    ['a resource that is no address', 'clientId: a, resource: directory', /expected an address/],
    ['a secret in the file itself', 'clientId: a, clientSecret: b', /Unrecognized key/],
  ])('is refused with %s', (_, words, fault) => {
    expect(faultsOf(signIn(words)).join()).toMatch(fault);
  });

  test('needs an issuer that has an address, and TLS in production', () => {
    expect(faultsOf(signIn('clientId: a', 'urn:login')).join()).toMatch(
      /issuer: expected an https/,
    );
    const plain = join(folder, 'signs-in-plainly.yaml');
    writeFileSync(plain, signIn('clientId: a', 'http://127.0.0.1:9/'));
    const env = { ...real(), DIRECTORIES_FILE: plain };
    expect(refusal(env)).toBeNull();
    expect(refusal({ ...env, NODE_ENV: 'production' })).toMatch(/sign in over plain HTTP/);
  });

  test('may need a secret, which is read from a file at the start', () => {
    const path = join(folder, 'secret');
    const described = join(folder, 'with-secret.yaml');
    writeFileSync(described, signIn(`clientId: a, clientSecretFile: "${path}"`));
    const env = { ...real(), DIRECTORIES_FILE: described };
    expect(refusal(env)).toMatch(/clientSecretFile of municipality 1861 .*ENOENT/);
    writeFileSync(path, '\n');
    expect(refusal(env)).toMatch(/clientSecretFile of municipality 1861 is empty/);
    writeFileSync(path, `${secret}\n`);
    const start = decideStart(env);
    const secrets = start.kind === 'CONFIGURED' ? [...start.config.clientSecrets.values()] : [];
    expect(secrets).toEqual([secret]);
  });
});
