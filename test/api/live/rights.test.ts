import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keyIdOf } from '../../../src/identity/api-key.js';
import { startLevels, type LevelsTest } from '../../support/levels.js';
import { watch, type Watching } from '../../support/live/watch.js';

let t: LevelsTest;
let open: Watching[] = [];

beforeAll(async () => {
  t = await startLevels();
}, 60_000);
afterAll(async () => {
  for (const one of open) await one.stop();
  await t.stop();
});

const entry = '__typename id ... on Person { title email currentAbsence { reason note } }';
async function watching(who: string): Promise<Watching> {
  const one = await watch(t.app, who, entry);
  open = [...open, one];
  return one;
}
const title = (uid: string, to: string) =>
  t.db.query('update person set title = $1 where email = $2', [to, `${uid}@hallsberg.test`]);
const makeKey = (seconds: number) =>
  t.app.makeKey({
    role: 'OPERATOR',
    label: 'Växelklient',
    municipality: null,
    scopes: [],
    expiresAt: new Date(t.app.clock.now().getTime() + seconds * 1_000),
  });
test('a revoked key hears nothing after its revocation: its socket is closed', async () => {
  const [revoked, kept] = [await makeKey(3_600), await makeKey(3_600)];
  const [one, other] = [await watching(revoked), await watching(kept)];
  await t.db.query('begin');
  await t.db.query('update api_key set revoked_at = $1 where key_id = $2', [
    t.app.clock.now(),
    keyIdOf(revoked),
  ]);
  await title('anna-karin.lindblad', 'Efter indragningen');
  await t.db.query('commit');
  expect(await other.next()).toMatchObject({ entry: { title: 'Efter indragningen' } });
  await expect(one.next()).rejects.toThrow('4403');
});

test('a revoked key opens no stream, though it is remembered and everybody has heard of its revocation', async () => {
  const [revoked, other] = [await makeKey(3_600), await watching('operator')];
  // Remembered by what is no stream: one that is not yet closed would be asked about with the others, and forgotten.
  expect((await t.app.ask(revoked, '{ viewer { roles } }')).errors).toBeUndefined();
  await t.db.query('update api_key set revoked_at = $1 where key_id = $2', [
    t.app.clock.now(),
    keyIdOf(revoked),
  ]);
  await title('anna-karin.lindblad', 'Alla har hört');
  expect(await other.next()).toMatchObject({ entry: { title: 'Alla har hört' } });
  // The clock of the test stands still, so that what was read of the key is remembered all the time.
  await expect((await watching(revoked)).next()).rejects.toThrow('4403');
});

test('a key that has expired is closed within a second', async () => {
  const one = await watching(await makeKey(60));
  t.app.clock.advance(60);
  await expect(one.next()).rejects.toThrow('4403');
});

test('who gets another role lists again, and sees with other eyes from then on', async () => {
  // Anna-Karin Lindblad's colleague of the registry, by employee id.
  const one = await watching(await t.app.token('employee', '1861', '40102'));
  await t.db.query(
    `insert into role_grant (id, municipality_code, person_id, role, granted_by, granted_at)
     select gen_random_uuid(), municipality_code, id, 'OPERATOR', 'test', $1 from person where employee_id = '40102'`,
    [t.app.clock.now()],
  );
  expect(await one.next()).toMatchObject({ __typename: 'ResyncRequired', cause: 'RIGHTS_CHANGED' });
  await t.db.query(`update role_grant set revoked_at = $1`, [t.app.clock.now()]);
  expect(await one.next()).toMatchObject({ __typename: 'ResyncRequired', cause: 'RIGHTS_CHANGED' });
  await title('anna-karin.lindblad', 'Kollega');
  expect(await one.next()).toMatchObject({ entry: { title: 'Kollega' } });
});

test('whoever is named for a PROTECTED person sees the entry from then on, and not after', async () => {
  const id = await t.id('erik.bjorkman');
  await t.force('erik.bjorkman', 'PROTECTED');
  const one = await watching(await t.app.token('employee', '1861', '40101'));
  const named = `insert into named_viewer (person_id, viewer_id, municipality_code, named_by, named_at)
     select p.id, v.id, p.municipality_code, 'test', $1 from person p, person v
      where p.email = 'erik.bjorkman@hallsberg.test' and v.employee_id = '40101'`;
  await t.db.query(named, [t.app.clock.now()]);
  expect(await one.next()).toMatchObject({ __typename: 'ResyncRequired' });
  // That somebody is named is a change of the entry too.
  expect(await one.next()).toMatchObject({ entry: { id } });
  await title('erik.bjorkman', 'Nämnd');
  expect(await one.next()).toMatchObject({ entry: { id, title: 'Nämnd' } });
  await t.db.query('delete from named_viewer');
  expect(await one.next()).toMatchObject({ __typename: 'ResyncRequired' });
  await title('erik.bjorkman', 'Inte längre');
  await title('anna-karin.lindblad', 'Någon annan');
  expect(await one.next()).toMatchObject({ entry: { title: 'Någon annan' } });
});
