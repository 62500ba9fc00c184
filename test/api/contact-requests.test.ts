import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EraseContactRequests } from '../../src/changes/erase-contact-requests.js';
import { at, textAt, textsAt } from '../support/json.js';
import { startLevels, type LevelsTest } from '../support/levels.js';

let levels: LevelsTest;
const day = 86_400;

beforeAll(async () => {
  levels = await startLevels();
}, 60_000);
afterAll(() => levels.stop());

const words = {
  name: 'Eva Sundin',
  municipalityCode: '1861',
  callerNumber: '+46701740699',
  message: 'Vill bli uppringd om ett bygglov.',
};
const send = (who: string, different: object = {}) =>
  levels.change(who, 'blindContactRequest', { ...words, ...different }, 'accepted acceptedCount');
const taken = { accepted: true, acceptedCount: 1 };
const fields = 'id name callerNumber message handledAt';
const inbox = async (who: string, args = '') => {
  const ask = `{ contactRequests${args} { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
  return levels.app.ask(who, ask);
};
const namesIn = async (who: string, args?: string) =>
  at((await inbox(who, args)).data, 'contactRequests.edges.*.node.name');
const handle = (who: string, id: string) =>
  levels.change(who, 'handleContactRequest', { id }, 'accepted acceptedCount');

describe('a blind contact request', () => {
  test('is taken with the same answer, whoever is asked for, and is tied to nobody', async () => {
    for (const name of ['Eva Sundin', 'Eva Sundberg', 'Ingrid Sjöberg']) {
      expect(await send('operator', { name })).toEqual(taken);
      levels.app.clock.advance(1);
    }
    expect(await namesIn(levels.first)).toEqual(['Ingrid Sjöberg', 'Eva Sundberg', 'Eva Sundin']);
    const { rows } = await levels.db.query(
      `select column_name from information_schema.columns
        where table_name = 'contact_request' and column_name like '%person%'`,
    );
    expect(rows).toEqual([]);
  });

  test('goes to the officers of that municipality, and to nobody else', async () => {
    const { data } = await inbox(levels.second, '(first: 1)');
    expect(at(data, 'contactRequests.edges.*.node')).toEqual([
      {
        id: expect.any(String),
        name: 'Ingrid Sjöberg',
        callerNumber: words.callerNumber,
        message: words.message,
        handledAt: null,
      },
    ]);
    expect(await namesIn(levels.elsewhere)).toEqual([]);
    const employee = await levels.app.token('employee', '1861', '40103');
    for (const who of ['operator', 'technician', 'phoneSystem', employee]) {
      const { errors } = await inbox(who);
      expect(errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  test('is sent by operators only, and recorded without name, number or message', async () => {
    for (const who of ['technician', 'phoneSystem', levels.first])
      expect(await send(who)).toEqual(['FORBIDDEN']);
    const { rows } = await levels.db.query<{ entry: Record<string, unknown> }>(
      `select to_jsonb(e) as entry from audit_entry e where action = 'SEND_CONTACT_REQUEST'`,
    );
    expect(rows).toHaveLength(3);
    const text = JSON.stringify(rows);
    for (const word of ['Eva', 'Sundin', '740699', 'bygglov']) expect(text).not.toContain(word);
    expect(rows[0]?.entry).toMatchObject({ about: null, purpose: null, fields: [] });
  });

  test.each([
    [{ message: 'Gäller 811218-9876.' }, 'INVALID input.message'],
    [{ name: 'Eva 8112189876' }, 'INVALID input.name'],
    [{ name: ' ' }, 'INVALID input.name'],
    [{ message: '' }, 'INVALID input.message'],
    [{ name: 'x'.repeat(101) }, 'TOO_LONG input.name'],
    [{ message: 'x'.repeat(501) }, 'TOO_LONG input.message'],
    [{ municipalityCode: '9999' }, 'NOT_FOUND input.municipalityCode'],
    [{ callerNumber: '070-174 06 99' }, 'BAD_USER_INPUT'],
  ])('is refused for %j, and nothing is kept', async (different, error) => {
    expect(await send('operator', different)).toEqual([error]);
    expect(await namesIn(levels.first)).toHaveLength(3);
  });
});

describe("the officers' inbox", () => {
  test('is read a page at a time, the newest first', async () => {
    const first = await inbox(levels.first, '(first: 2)');
    expect(at(first.data, 'contactRequests.pageInfo.hasNextPage')).toBe(true);
    const after = textAt(first.data, 'contactRequests.pageInfo.endCursor');
    expect(await namesIn(levels.first, `(first: 2, after: "${after}")`)).toEqual(['Eva Sundin']);
    const { errors } = await inbox(levels.first, '(first: 101)');
    expect(errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('loses what is handled, once, by an officer of the municipality', async () => {
    const { data } = await inbox(levels.first);
    const [id = ''] = textsAt(data, 'contactRequests.edges.*.node.id');
    expect(await handle(levels.elsewhere, id)).toEqual(['NOT_FOUND input.id']);
    expect(await handle('operator', id)).toEqual(['FORBIDDEN']);
    expect(await handle(levels.second, 'Ingrid')).toEqual(['BAD_USER_INPUT']);
    expect(await handle(levels.second, id)).toEqual(taken);
    expect(await handle(levels.second, id)).toEqual(['NOT_FOUND input.id']);
    expect(await namesIn(levels.first)).toEqual(['Eva Sundberg', 'Eva Sundin']);
    expect(await namesIn(levels.first, '(includeHandled: true)')).toHaveLength(3);
    expect(await levels.audited('HANDLE_CONTACT_REQUEST')).toEqual(['null: ']);
  });

  test('forgets what was handled 30 days ago, and nothing that waits', async () => {
    const job = levels.app.app.get(EraseContactRequests, { strict: false });
    levels.app.clock.advance(30 * day - 1);
    expect(await job.erase()).toBe(0);
    levels.app.clock.advance(1);
    expect(await job.erase()).toBe(1);
    const officer = await levels.app.token('officer', '1861', '40102');
    expect(await namesIn(officer, '(includeHandled: true)')).toEqual([
      'Eva Sundberg',
      'Eva Sundin',
    ]);
  });
});
