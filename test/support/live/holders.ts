import { Client } from 'pg';
import type { TestApp } from '../app.js';
import type { Opening } from './crowd-process.js';

type Holders = Opening['holders'];

/** So many clients behind one key of a switchboard: each may list several times in a minute. */
const perKey = 50;

/** Switchboards' clients, so many in all. */
export async function operators(app: TestApp, clients: number): Promise<Holders> {
  return Promise.all(
    Array.from({ length: Math.ceil(clients / perKey) }, async (_, i) => ({
      token: await app.makeKey({
        role: 'OPERATOR',
        label: `Växelklienter ${i}`,
        municipality: null,
        scopes: [],
        expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
      }),
      clients: Math.min(perKey, clients - i * perKey),
    })),
  );
}

/** Who sees with other eyes than an operator: 10 clients of each intranet and of a technician, and 3 of each of 20 employees; 100 in all. */
export async function others(app: TestApp): Promise<Holders> {
  const keys = ['intranetAskersund', 'intranetHallsberg', 'intranetLaxa', 'technician'];
  const tokens = await Promise.all(
    (await employeeIds(app)).map((id) => app.token('employee', '1861', id)),
  );
  return [
    ...keys.map((name) => ({ token: app.keys[name] ?? '', clients: 10 })),
    ...tokens.map((token) => ({ token, clients: 3 })),
  ];
}

async function employeeIds(app: TestApp): Promise<readonly string[]> {
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ id: string }>(
      `select p.employee_id as id from person p join person_local l on l.person_id = p.id
        where p.municipality_code = '1861' and p.kind = 'EMPLOYEE' and l.protection_level = 'OPEN'
        order by p.employee_id limit 20`,
    );
    return rows.map(({ id }) => id);
  } finally {
    await db.end();
  }
}
