import { execFile, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { loadOrCreateCertificate } from '../../../src/demo/certificate.js';
import { endProcess, launch } from '../openldap/slapd-process.js';
import { copyOf, provisionedCopy } from './provisioned.js';

const run = promisify(execFile);
const bindPassword = 'Las-Bara-2026!';
const adminPassword = 'Allt-Far-Jag-2026!';
const startMilliseconds = 20_000;

/** A real Active Directory domain controller, with a read account, on loopback. */
export type RunningSamba = {
  readonly address: string;
  readonly ldapUrl: string;
  readonly ldapsUrl: string;
  readonly caFile: string;
  readonly serverName: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  readonly adminDn: string;
  readonly adminPassword: string;
  /** The GUIDs as Samba itself writes them, by sAMAccountName. */
  guids(): Promise<ReadonlyMap<string, string>>;
  /** Runs samba-tool on this directory. */
  tool(...args: string[]): Promise<void>;
  /** Changes the directory's database as LDIF says, past the rules of the service. */
  change(ldif: string, ...options: string[]): Promise<void>;
  /** Ends the service and keeps the directory; `start` takes it up again. */
  halt(): Promise<void>;
  start(): Promise<void>;
  /** Another domain controller of the same domain: the same people, and a count of changes of its own. */
  clone(): Promise<RunningSamba>;
  stop(): Promise<void>;
};

/**
 * Makes a domain `<name>.test`, loads entries, and starts its LDAP service, in some seconds. Needs root.
 */
export async function startSamba(name: string, entries: string): Promise<RunningSamba> {
  const folder = await provisionedCopy(name, (empty) => provision(name, empty));
  const samba = controller(name, folder);
  writeFileSync(join(folder, 'entries.ldif'), entries);
  await run('ldbadd', ['-H', join(folder, 'private/sam.ldb'), join(folder, 'entries.ldif')]);
  await samba.start();
  return samba;
}

async function provision(name: string, folder: string): Promise<void> {
  await run('samba-tool', [
    'domain',
    'provision',
    `--realm=${realmOf(name)}`,
    `--domain=${name.toUpperCase()}`,
    '--host-name=dc1',
    '--host-ip=127.0.0.1',
    '--server-role=dc',
    '--dns-backend=NONE',
    `--adminpass=${adminPassword}`,
    `--targetdir=${folder}`,
    '--option=interfaces=127.0.0.1/32',
    '--option=bind interfaces only=yes',
  ]);
  mkdirSync(join(folder, 'run/ncalrpc'), { recursive: true });
  const samba = controller(name, folder);
  await samba.tool('domain', 'passwordsettings', 'set', '--max-pwd-age=0');
  await samba.tool('user', 'create', 'svc-katalog', bindPassword);
  await samba.tool('user', 'setexpiry', 'svc-katalog', '--noexpiry');
  // Its own would be a key of 4096 bits, which takes longer than all the rest.
  await loadOrCreateCertificate(join(folder, 'private/tls'));
}

function realmOf(name: string): string {
  return `${name}.test`.toUpperCase();
}

/** Samba's ports are compiled in; an address of its own keeps each apart from everybody else's. */
function newAddress(): string {
  return `127.38.${randomInt(256)}.${randomInt(1, 255)}`;
}

/** One controller of a domain that lies in a folder; it does not run yet. */
function controller(name: string, folder: string): RunningSamba {
  const address = newAddress();
  const realm = realmOf(name);
  const config = join(folder, 'etc/smb.conf');
  const database = join(folder, 'private/sam.ldb');
  writeFileSync(config, smbConf({ folder, realm, name, address }));
  let child: ChildProcess | null = null;
  const halt = async () => {
    if (child === null) return;
    await endProcess(child);
    child = null;
    await run('ip', ['addr', 'del', `${address}/32`, 'dev', 'lo']);
  };
  const stop = async () => {
    await halt();
    rmSync(folder, { recursive: true, force: true });
  };
  const change = async (ldif: string, ...options: string[]) => {
    writeFileSync(join(folder, 'change.ldif'), ldif);
    await run('ldbmodify', ['-H', database, ...options, join(folder, 'change.ldif')]);
  };
  const start = async () => {
    await run('ip', ['addr', 'replace', `${address}/32`, 'dev', 'lo']);
    const samba = ['samba', '-s', config, '-i', '-M', 'single', '--debug-stdout'];
    child = launch(samba, process.env, join(folder, 'samba.log'));
    await untilAnswers(address, 636).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  };
  return {
    address,
    ldapUrl: `ldap://${address}`,
    ldapsUrl: `ldaps://${address}`,
    caFile: join(folder, 'private/tls/loopback.pem'),
    serverName: 'localhost',
    bindDn: `svc-katalog@${realm}`,
    bindPassword,
    adminDn: `Administrator@${realm}`,
    adminPassword,
    guids: () => guidsOf(database),
    tool: async (...args) => {
      await run('samba-tool', [...args, '-H', database, '-s', config]);
    },
    change,
    halt,
    start,
    clone: async () => {
      await halt();
      const copy = await copyOf(folder);
      const samba = controller(name, copy);
      const service = await serviceOf(join(copy, 'private/sam.ldb'));
      await samba.change(
        `dn: ${service}\nchangetype: modify\nreplace: invocationId\ninvocationId: ${randomUUID()}\n`,
        '--relax',
      );
      await Promise.all([samba.start(), start()]);
      return samba;
    },
    stop,
  };
}

function smbConf({
  folder,
  realm,
  name,
  address,
}: Record<'folder' | 'realm' | 'name' | 'address', string>): string {
  return `[global]
workgroup = ${name.toUpperCase()}
realm = ${realm}
netbios name = DC1
server role = active directory domain controller
server services = ldap
interfaces = ${address}/32
bind interfaces only = yes
tls enabled = yes
tls keyfile = ${folder}/private/tls/loopback.key
tls certfile = ${folder}/private/tls/loopback.pem
tls cafile =
private dir = ${folder}/private
state directory = ${folder}/state
cache directory = ${folder}/cache
lock directory = ${folder}
binddns dir = ${folder}/bind-dns
pid directory = ${folder}/run
ncalrpc dir = ${folder}/run/ncalrpc
log file = ${folder}/log.%m
disable spoolss = yes
load printers = no
`;
}

async function guidsOf(database: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await run(
    'ldbsearch',
    ['-H', database, '(employeeID=*)', 'sAMAccountName', 'objectGUID'],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const records = stdout.split('\n\n').map((record) => {
    const of = (attribute: string) => new RegExp(`^${attribute}: (.*)$`, 'm').exec(record)?.[1];
    return [of('sAMAccountName') ?? '', of('objectGUID') ?? ''] as const;
  });
  return new Map(records.filter(([name]) => name !== ''));
}

/** The name of the controller's own entry, which holds its invocationId. */
async function serviceOf(database: string): Promise<string> {
  const { stdout } = await run('ldbsearch', [
    '-H',
    database,
    '-b',
    '',
    '-s',
    'base',
    'dsServiceName',
  ]);
  return /^dsServiceName: (.*)$/m.exec(stdout.replaceAll('\n ', ''))?.[1] ?? '';
}

async function untilAnswers(address: string, port: number): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  while (!(await accepts(address, port))) {
    if (Date.now() > deadline) throw new Error('The Samba domain controller did not start.');
    await pause(50);
  }
}

function accepts(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port }, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
