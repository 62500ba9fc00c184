import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, launch } from '../openldap/slapd-process.js';

const run = promisify(execFile);
/** Samba's ports are compiled in; an address of its own keeps them apart from everybody else's. */
const address = '127.0.0.38';
const bindPassword = 'Las-Bara-2026!';
const startMilliseconds = 20_000;

/** A real Active Directory domain controller, with a read account, on loopback. */
export type RunningSamba = {
  readonly ldapUrl: string;
  readonly ldapsUrl: string;
  readonly caFile: string;
  readonly serverName: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  /** The GUIDs as Samba itself writes them, by sAMAccountName. */
  guids(): Promise<ReadonlyMap<string, string>>;
  /** Runs samba-tool on this directory. */
  tool(...args: string[]): Promise<void>;
  stop(): Promise<void>;
};

/** Provisions a domain `<name>.test`, loads entries, and starts its LDAP service, in about five seconds. Needs root. */
export async function startSamba(name: string, entries: string): Promise<RunningSamba> {
  const folder = mkdtempSync(join(tmpdir(), 'samba-'));
  const realm = `${name}.test`.toUpperCase();
  const config = join(folder, 'etc/smb.conf');
  const database = join(folder, 'private/sam.ldb');
  const logFile = join(folder, 'samba.log');
  const tool = async (...args: string[]) => {
    await run('samba-tool', [...args, '-H', database, '-s', config]);
  };
  await run('ip', ['addr', 'replace', `${address}/32`, 'dev', 'lo']);
  const network = [`--option=interfaces=${address}/32`, '--option=bind interfaces only=yes'];
  const domain = [`--realm=${realm}`, `--domain=${name.toUpperCase()}`, '--host-name=dc1'];
  const secret = `--adminpass=Aa1!${randomBytes(12).toString('hex')}`;
  const shape = ['--server-role=dc', '--dns-backend=NONE', `--host-ip=${address}`];
  await run('samba-tool', [
    'domain',
    'provision',
    ...domain,
    ...shape,
    ...network,
    secret,
    `--targetdir=${folder}`,
  ]);
  mkdirSync(join(folder, 'run/ncalrpc'), { recursive: true });
  writeFileSync(config, smbConf(folder, realm, name));
  writeFileSync(join(folder, 'entries.ldif'), entries);
  await run('ldbadd', ['-H', database, join(folder, 'entries.ldif')]);
  await tool('user', 'create', 'svc-katalog', bindPassword);
  await tool('user', 'setexpiry', 'svc-katalog', '--noexpiry');
  const samba = ['samba', '-s', config, '-i', '-M', 'single', '--debug-stdout'];
  const child = launch(samba, process.env, logFile);
  const stop = async () => {
    await endProcess(child);
    rmSync(folder, { recursive: true, force: true });
    await run('ip', ['addr', 'del', `${address}/32`, 'dev', 'lo']);
  };
  try {
    await untilAnswers(636);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ldapUrl: `ldap://${address}`,
    ldapsUrl: `ldaps://${address}`,
    caFile: join(folder, 'private/tls/ca.pem'),
    serverName: `DC1.${realm.toLowerCase()}`,
    bindDn: `svc-katalog@${realm}`,
    bindPassword,
    guids: () => guidsOf(database),
    tool,
    stop,
  };
}

function smbConf(folder: string, realm: string, name: string): string {
  return `[global]
workgroup = ${name.toUpperCase()}
realm = ${realm}
netbios name = DC1
server role = active directory domain controller
server services = ldap
interfaces = ${address}/32
bind interfaces only = yes
tls enabled = yes
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

async function untilAnswers(port: number): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error('The Samba domain controller did not start.');
    await pause(50);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port }, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
