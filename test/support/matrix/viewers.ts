import { Client } from 'pg';
import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import type { ApiKeyScope } from '../../../src/kernel/words.js';
import type { TestApp } from '../app.js';
import type { Subject } from './world.js';

/**
 * Who asks, by the column of who-sees-what.csv: a key or a token for the subject that is asked about.
 * Whoever has a token is an employee too, and sees the union. "Alone" is the bare role, which nobody
 * has: it tells what the role adds.
 */
export type Viewers = Readonly<Record<string, (subject: Subject) => string>>;

/** Somebody of each column, with the duties and namings that make it so. */
export async function matrixViewers(app: TestApp, subjects: readonly Subject[]): Promise<Viewers> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  await relate(client);
  const selves = new Map<Subject, string>();
  for (const one of subjects) selves.set(one, await app.token('employee', '1861', one.employeeId));
  const always = (token: string) => () => token;
  const key = (name: string) => always(app.keys[name] ?? '');
  const integration = (code: string, ...scopes: ApiKeyScope[]) => integrationKey(app, code, scopes);
  const alone = async (role: 'OFFICER' | 'AUDITOR') => {
    const text = await integration('1861');
    await client.query('update api_key set role = $1 where key_id = $2', [
      role,
      text.split('_')[2],
    ]);
    return always(text);
  };
  const viewers = {
    self: (subject: Subject) => selves.get(subject) ?? '',
    named: always(await app.token('employee', '1861', '40107')),
    manager: always(await app.token('employee', '1861', '40102')),
    telefonansvarig: always(await app.token('employee', '1861', '40106')),
    'employee own': always(await app.token('employee', '1861', '40111')),
    'employee other': always(await app.token('employee', '1860', '60120')),
    operator: key('operator'),
    technician: key('technician'),
    'officer own': always(await app.token('officer', '1861')),
    'officer other': always(await app.token('officer', '1860')),
    'officer alone': await alone('OFFICER'),
    'auditor own': always(await app.token('auditor', '1861')),
    'auditor other': always(await app.token('auditor', '1860')),
    'auditor alone': await alone('AUDITOR'),
    'intranet own': key('intranetHallsberg'),
    'intranet other': key('intranetLaxa'),
    'phone system': key('phoneSystem'),
    integration: key('integration'),
    'integration NUMBERS_MOBILE': always(await integration('1861', 'NUMBERS_MOBILE')),
    'integration ABSENCE_READ': always(await integration('1861', 'ABSENCE_READ')),
    'integration other, both scopes': always(
      await integration('1860', 'NUMBERS_MOBILE', 'ABSENCE_READ'),
    ),
  };
  await client.end();
  return viewers;
}

/** Erik manages the unit of all subjects, Sofia is its telefonansvarig, and Jakob is named for whoever is PROTECTED. */
async function relate(client: Client): Promise<void> {
  await client.query(
    `insert into unit_duty (unit_id, person_id, duty, municipality_code)
     select u.id, p.id, case p.employee_id when '40102' then 'MANAGER' else 'PHONE_RESPONSIBLE' end, '1861'
       from unit u, person p
      where u.name = 'Kansliet' and u.municipality_code = '1861'
        and p.municipality_code = '1861' and p.employee_id in ('40102', '40106')`,
  );
  await client.query(
    `insert into named_viewer (person_id, viewer_id, municipality_code, named_by, named_at)
     select l.person_id, v.id, '1861', 'token:officer', '2026-11-01T08:00:00Z'
       from person_local l, person v
      where l.protection_level = 'PROTECTED' and l.municipality_code = '1861'
        and v.municipality_code = '1861' and v.employee_id = '40107'`,
  );
}

function integrationKey(app: TestApp, code: string, scopes: readonly ApiKeyScope[]) {
  return app.makeKey({
    role: 'INTEGRATION_KEY',
    label: 'matrix',
    municipality: code as MunicipalityCode,
    scopes,
    expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
  });
}
