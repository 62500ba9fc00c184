import type { Client } from 'pg';
import { globalId } from '../../../src/kernel/ids.js';
import type { TestApp } from '../app.js';
import { carryOut } from './carry-out.js';

/** The people of Hallsberg who are something to others, by their employee ids. */
export const related = {
  manager: '40102',
  telefonansvarig: '40106',
  named: '40107',
  substitute: '40108',
  operator: '40112',
  technician: '40113',
  /** Officers by a grant are asked for nothing; the columns have those of the issuer. */
  officer: '40114',
  auditor: '40115',
} as const;

/** The name on the card of whoever is PROTECTED. */
export const alias = 'Maria Strand';
/** A caller's words, to be found in the officers' inbox. */
export const wish = 'Ring upp, tack';
const caseReference = 'KS 2026-118';

/** The global id of somebody of Hallsberg by employee id, whatever the level. */
export async function idOf(client: Client, employeeId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select id from person where municipality_code = '1861' and employee_id = $1`,
    [employeeId],
  );
  if (rows[0] === undefined) throw new Error(`Nobody in Hallsberg is ${employeeId}.`);
  return globalId('PERSON', rows[0].id);
}

/** While everybody is OPEN: duties in Kansliet, and for each subject those of a unit below it, whose ids are returned; and roles. */
export async function appoint(
  app: TestApp,
  client: Client,
  subjects: readonly string[],
): Promise<readonly string[]> {
  const duties = async (unitId: string, manager: string, responsible: string) =>
    carryOut(app, 'technician', 'setUnitDuties', {
      unitId,
      managerIds: [await idOf(client, manager)],
      phoneResponsibleIds: [await idOf(client, responsible)],
    });
  const units = await client.query<{ id: string }>(
    `insert into unit (id, municipality_code, source_id, directory_key, parent_id, name, folded_name, line)
     select gen_random_uuid(), municipality_code, source_id, directory_key || n, id, 'Enhet ' || n, 'enhet ' || n, '[]'
       from unit, generate_series(0, $1) n where name = 'Kansliet' and municipality_code = '1861'
     returning id, parent_id as parent`,
    [subjects.length - 1],
  );
  const { rows } = await client.query<{ id: string }>(
    `select id from unit where name = 'Kansliet' and municipality_code = '1861'`,
  );
  await duties(globalId('UNIT', rows[0]?.id ?? ''), related.manager, related.telefonansvarig);
  const below = units.rows.map(({ id }) => globalId('UNIT', id));
  for (const [i, employeeId] of subjects.entries())
    await duties(below[i] ?? '', employeeId, employeeId);
  for (const role of ['operator', 'technician', 'officer', 'auditor'] as const) {
    const by =
      role === 'officer' || role === 'auditor' ? await app.token('officer', '1861') : 'technician';
    const person = { id: await idOf(client, related[role]) };
    await carryOut(app, by, 'grantRole', { person, role: role.toUpperCase() });
  }
  return below;
}

/** Once somebody is PROTECTED: a card, and somebody who is named; and what else there is to be read. */
export async function confide(app: TestApp, client: Client, employeeId: string): Promise<void> {
  const officer = await app.token('officer', '1861');
  const personId = await idOf(client, employeeId);
  const viewerId = await idOf(client, related.named);
  await carryOut(app, officer, 'nameViewer', { personId, viewerId, caseReference });
  const self = await app.token('employee', '1861', employeeId);
  await carryOut(app, self, 'setMyPresentation', { presentation: 'ALIAS', alias });
  await carryOut(app, 'operator', 'blindContactRequest', {
    municipalityCode: '1861',
    name: 'Någon',
    message: wish,
    callerNumber: '+46701740600',
  });
}
