import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type Answer, type TestApp } from '../support/app.js';
import { at, textAt, textsAt } from '../support/json.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const search = `query ($query: String!, $first: Int = 20, $after: String, $filter: DirectoryFilter) {
  searchDirectory(query: $query, first: $first, after: $after, filter: $filter) {
    edges { cursor node { id displayName ... on Person { unit { name parent { name } } numbers { kind e164 extension mayTellCaller } } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function names(query: string, variables: Record<string, unknown> = {}) {
  const { data } = await app.ask('operator', search, { query, first: 100, ...variables });
  return textsAt(data, 'searchDirectory.edges.*.node.displayName');
}

describe('P3, P4: an operator with a caller on the line finds people', () => {
  test.each([
    ['by the beginning of a name', 'lindbl'],
    ['by names in the wrong order', 'lindblad anna'],
    ['by abbreviated names', 'lindb a-k'],
    ['by the title', 'kommunjur'],
    ['by the mail address', 'anna-karin.lindblad@h'],
    ['by the number as written in the directory', '0582-00 12 34'],
    ['by the number as dialled from abroad', '0046582001234'],
    ['by the number without its area code', '00 12 34'],
    ['by the last digits', '1234'],
  ])('%s', async (_, query) => {
    const [first] = await names(query);
    expect(first).toBe('Anna-Karin Lindblad');
  });

  test('P14: by what the municipality does: a unit, a task, a function', async () => {
    const building = await names('bygglov', { filter: { municipalityCodes: ['1861'] } });
    expect(building).toContain('Anna Johansson');
    expect(await names('trygghetslarm')).toContain('Trygghetslarm');
    expect(await names('upphandlare')).toContain('Henrik Palm');
  });

  test('P5, P20: intranets get the direct numbers of all, and mobile numbers of their own municipality', async () => {
    const kinds = async (who: string) => {
      const mail = 'erik.bjorkman@hallsberg.test';
      const query = `{ person(ref: { email: "${mail}" }) { numbers { kind } } }`;
      return textsAt((await app.ask(who, query)).data, 'person.numbers.*.kind');
    };
    expect(await kinds('intranetHallsberg')).toEqual(['DIRECT', 'MOBILE']);
    expect(await kinds('intranetLaxa')).toEqual(['DIRECT']);
  });

  test('with and without the marks over letters', async () => {
    const found = await names('åkesson');
    expect(found).toContain('Åsa Lindström Åkesson');
    expect(await names('akesson')).toEqual(found);
  });

  test('in Swedish alphabetical order among those who fit as well: å, ä, ö after z', async () => {
    const { data } = await app.ask(
      'operator',
      '{ searchDirectory(query: "undersköterska", first: 100) { edges { node { ... on Person { familyName title } } } } }',
    );
    const hits = at(data, 'searchDirectory.edges.*.node') as readonly Record<string, string>[];
    const families = hits
      .filter(({ title }) => title === 'Undersköterska')
      .map((hit) => hit['familyName'] ?? '');
    expect(families.length).toBeGreaterThan(5);
    expect(families).toEqual(families.toSorted(new Intl.Collator('sv').compare));
  });

  test('in one municipality or in all', async () => {
    const all = await names('rektor');
    const filter = { municipalityCodes: ['1861'] };
    const some = await names('rektor', { filter });
    expect(some.length).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(some.length);
    expect(await names('rektor', { filter: { municipalityCodes: ['9999'] } })).toEqual([]);
  });

  test('and both of two with the same name', async () => {
    const found = await names('anna johansson');
    expect(found).toEqual(['Anna Johansson', 'Anna Johansson']);
  });

  test('page by page, each once, and nothing more after the last', async () => {
    const all = await names('an');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer = await app.ask('operator', search, { query: 'an', first: 2, after });
      expect(at(data, 'searchDirectory.pageInfo.hasPreviousPage')).toBe(after !== null);
      seen.push(...textsAt(data, 'searchDirectory.edges.*.node.displayName'));
      const more = at(data, 'searchDirectory.pageInfo.hasNextPage');
      after = more ? textAt(data, 'searchDirectory.pageInfo.endCursor') : null;
    } while (after !== null);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });
});

describe('real input', () => {
  test('service accounts are kept out', async () => {
    expect(await names('svc')).toEqual([]);
    expect(await names('tjänstekonto')).toEqual([]);
  });

  test.each([
    ['Tuva Hage', 'shadowExpire has passed', 'DISABLED'],
    ['Noah Lundmark', 'shadowExpire says never', 'ACTIVE'],
    ['Selma Dahl', 'userAccountControl has the bit', 'DISABLED'],
    ['Kent Malm', 'accountExpires has passed', 'DISABLED'],
    ['Stina Wallin', 'accountExpires is to come', 'ACTIVE'],
  ])(
    'a disabled account stays, and is marked for technicians: %s, whose %s',
    async (name, _, state) => {
      const query = `{ searchDirectory(query: "${name}") { edges { node { ... on Person { accountState } } } } }`;
      const technician = await app.ask('technician', query);
      expect(at(technician.data, 'searchDirectory.edges.*.node.accountState')).toEqual([state]);
      const operator = await app.ask('operator', query);
      expect(at(operator.data, 'searchDirectory.edges.*.node.accountState')).toEqual([null]);
    },
  );

  test('an employee id that passes as a personnummer is nowhere', async () => {
    const ref = '{ employee: { municipalityCode: "1882", employeeId: "190001019801" } }';
    const query = `{ person(ref: ${ref}) { displayName } }`;
    expect((await app.ask('technician', query)).data).toEqual({ person: null });
    expect(await names('ståhl jenny')).toEqual(['Jenny Ståhl']);
  });

  test('a person employed in two municipalities has an entry in each', async () => {
    const { data } = await app.ask(
      'operator',
      '{ searchDirectory(query: "per lindqvist") { edges { node { municipality { name } } } } }',
    );
    const places = textsAt(data, 'searchDirectory.edges.*.node.municipality.name');
    expect(places.toSorted()).toEqual(['Hallsberg', 'Laxå']);
  });

  test('units are nested as in the directory', async () => {
    const { data } = await app.ask('operator', search, { query: 'anna johansson' });
    expect(at(data, 'searchDirectory.edges.*.node.unit')).toContainEqual({
      name: 'Hemtjänst Norr',
      parent: { name: 'Hemtjänst' },
    });
  });

  test('node gives back each kind of object by its id', async () => {
    const { data } = await app.ask(
      'operator',
      '{ municipalities { id } person(ref: { email: "anna-karin.lindblad@hallsberg.test" }) { id unit { id } } }',
    );
    for (const [path, type] of [
      ['person.id', 'Person'],
      ['person.unit.id', 'Unit'],
      ['municipalities.0.id', 'Municipality'],
    ] as const) {
      const id = textAt(data, path);
      const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
      const answer = await app.ask('operator', query, { id });
      expect(answer.data).toEqual({ node: { __typename: type, id } });
    }
  });
});
