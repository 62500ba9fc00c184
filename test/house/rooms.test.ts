import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/** The table of rooms in the README, as data. A room imports itself and what its line names. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  config: ['kernel'],
  staff: ['kernel'],
  policy: ['kernel', 'staff'],
  ldap: ['kernel', 'staff', 'config'],
  store: ['kernel', 'staff', 'config', 'migrations'],
  audit: ['kernel', 'store'],
  sync: ['kernel', 'staff', 'ldap', 'store', 'audit', 'config'],
  presence: ['kernel', 'staff', 'store', 'config'],
  view: ['kernel', 'staff', 'policy', 'store', 'presence', 'audit', 'config'],
  changes: ['kernel', 'staff', 'policy', 'store', 'presence', 'audit', 'identity'],
  intake: ['kernel', 'staff', 'identity', 'presence', 'changes', 'audit', 'config'],
  identity: ['kernel', 'staff', 'store', 'config'],
  web: ['kernel', 'staff', 'identity', 'view', 'changes', 'intake', 'config'],
  cli: ['kernel', 'staff', 'identity', 'view', 'changes', 'audit'],
  demo: ['kernel', 'config'],
  client: [],
  pages: ['client'],
  migrations: [],
};
/** The files at the top of src wire the rooms, and may know all of them. */
const wiring = [
  'app.module.ts',
  'audit.ts',
  'command.module.ts',
  'demonstrate.ts',
  'export.ts',
  'grant.ts',
  'key.ts',
  'main.ts',
  'outside.module.ts',
  'reader.ts',
  'run.ts',
  'serve.ts',
  'start-reader.ts',
  'start.ts',
  'sync.ts',
  'technician-log.ts',
];

/** Packages that one room has to itself. */
const packageOwners: Readonly<Record<string, readonly string[]>> = {
  typeorm: ['store', 'migrations'],
  pg: ['store', 'demo'],
  ldapts: ['ldap', 'demo'],
  graphql: ['web'],
  'graphql-ws': ['web', 'client'],
  '@nestjs/graphql': ['web'],
  '@nestjs/apollo': ['web'],
  '@apollo/server': ['web'],
  jose: ['identity', 'demo'],
  zod: ['config'],
  yaml: ['config', 'demo'],
  'libphonenumber-js': ['staff'],
  lit: ['pages'],
  vite: ['pages'],
};

const root = resolve('.');
const files = ['src', 'migrations'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => resolve(folder, name)),
);

function roomOf(path: string): string {
  const [top = '', room = ''] = relative(root, path).split(sep);
  return top === 'src' ? room : top;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map((found) => found.fileName);
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

const inRooms = files.filter((file) => !wiring.includes(roomOf(file)));

test('every file lies in a room of the table, or is one of the wiring files', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(inRooms.filter((file) => mayImport[roomOf(file)] === undefined)).toEqual([]);
});

test('a room imports only what the table allows', () => {
  const trespasses = inRooms.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(resolve(dirname(file), name)))
      .filter((other) => other !== room && !mayImport[room]?.includes(other))
      .map((other) => `${relative(root, file)} imports ${other}`);
  });
  expect(trespasses).toEqual([]);
});

test('SQL, LDAP, GraphQL and tokens are each spoken by one room', () => {
  const strangers = inRooms.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('.'))
      .map(packageOf)
      .filter((name) => packageOwners[name] && !packageOwners[name].includes(roomOf(file)))
      .map((name) => `${relative(root, file)} imports ${name}`),
  );
  expect(strangers).toEqual([]);
});

test('the client library runs in a browser, with one small package', () => {
  const inClient = inRooms.filter((file) => roomOf(file) === 'client');
  expect(inClient.length).toBeGreaterThan(10);
  const names = inClient.flatMap(importsOf).filter((name) => !name.startsWith('.'));
  expect(new Set(names)).toEqual(new Set(['graphql-ws/client']));
});

test('only the configuration reads the environment', () => {
  const readers = files
    .filter((file) => /process\s*\.\s*env/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));
  expect(readers).toEqual(['src/config/config.ts']);
});

test('only the view room can make a view of a person', () => {
  const makers = files
    .filter((file) => /import[^;]*\bsealed\b[^;]*from|\bsealed\(/.test(readFileSync(file, 'utf8')))
    .map((file) => roomOf(file));
  expect(new Set(makers)).toEqual(new Set(['view']));
});

test('a sync names no table of local or live facts, but to raise a level', () => {
  const sources = [
    'directory.store',
    'directory-writes.sql',
    'staging',
    'unit-writes',
    'sync-losses',
  ];
  const text = sources.map((file) => readFileSync(`src/store/${file}.ts`, 'utf8')).join('\n');
  const named = ['added_number', 'absence', 'forwarding', 'line_state'];
  expect(named.filter((table) => text.includes(table))).toEqual([]);
});
