import { expect } from '@jest/globals';
import { KeepFindings } from '../../src/view/keep-findings.js';
import { desiree, erik, lars, mail, sofia, startAnswering } from './answering.js';
import { at } from './json.js';

/** What those four are called. */
export const names = {
  [erik]: 'Erik Björkman',
  [desiree]: 'Désirée Holm',
  [lars]: 'Lars-Åke Nilsson',
  [sofia]: 'Sofia Renström',
};

/** Some rules, within Kansliet if nothing else is said. */
export type Wanted = { readonly rules: readonly string[]; readonly unitId?: string | null };
/** A finding as it comes. */
export type FindingNode = {
  readonly rule: string;
  readonly person: { readonly displayName: string } | null;
  readonly unit: { readonly name: string } | null;
  readonly since: string;
  readonly actsFirst: string;
  readonly message: string;
};

const everybody = ['erik', 'desiree', 'lars', 'operator', 'technician', 'officer', 'elsewhere'];

/** Starts the program with those four, and what the tests of the follow-up ask of it. */
export async function startFindings() {
  const world = await startAnswering();
  const { app } = world;
  const viewers: Readonly<Record<string, string>> = {
    erik: await app.token('employee', '1861', '40102'),
    desiree: await app.token('employee', '1861', '40104'),
    lars: await app.token('employee', '1861', '40105'),
    officer: await app.token('officer', '1861'),
    'erik as officer': await app.token('officer', '1861', '40102'),
    elsewhere: await app.token('employee', '1860'),
  };
  async function page(who: string, { rules, unitId }: Wanted, more: object = {}) {
    const query = `query ($unitId: ID, $rules: [FindingRule!], $first: Int! = 50, $after: String) {
    policyFindings(unitId: $unitId, rules: $rules, first: $first, after: $after) {
      edges { node { rule person { displayName } unit { name } since actsFirst message } }
      pageInfo { hasNextPage endCursor } } }`;
    const within = unitId === undefined ? world.kansliet : unitId;
    const variables = { rules, unitId: within, ...more };
    const { data, text } = await world.app.ask(viewers[who] ?? who, query, variables);
    return at(data, 'policyFindings') ?? text;
  }

  async function nodes(
    who: string,
    wanted: Wanted,
    more: object = {},
  ): Promise<readonly FindingNode[]> {
    return at(await page(who, wanted, more), 'edges.*.node') as readonly FindingNode[];
  }

  /** Whom or what each viewer is shown a finding of; who is shown none is left out. */
  async function shown(wanted: Wanted, among = everybody) {
    const found: Record<string, readonly (string | undefined)[]> = {};
    for (const who of among) {
      const list = (await nodes(who, wanted)).map(
        (one) => one.person?.displayName ?? one.unit?.name,
      );
      if (list.length > 0) found[who] = list;
    }
    return found;
  }

  const job = () => world.app.app.get(KeepFindings, { strict: false }).keepAll();
  const kept = async () =>
    (await world.facts.db.query<{ rule: string; about: string }>('select rule, about from finding'))
      .rows;
  const personId = async (uid: string) =>
    (
      await world.facts.db.query<{ id: string }>('select id from person where email = $1', [
        mail(uid),
      ])
    ).rows[0]?.id ?? '';

  /** Lars or another one is absent, from now, until somebody says something else. */
  async function absent(uid: string, more: object = {}) {
    const input = { person: { email: mail(uid) }, reason: 'MEETING', openEnded: true, ...more };
    expect(await world.change('operator', 'setAbsence', input)).toEqual([]);
  }

  /** Calls of one go to another, as an exchange might have it. */
  async function forward(from: string, to: string) {
    await world.facts.db.query(
      `insert into forwarding (id, municipality_code, person_id, condition, origin, layer, target_kind,
         target_person_id, active, source, version)
     values (gen_random_uuid(), '1861', $1, 'UNCONDITIONAL', 'ANY', 'PBX', 'PERSON', $2, true, 'PHONE_SYSTEM', 1)`,
      [await personId(from), await personId(to)],
    );
  }

  /** An officer has named Erik, who leads the unit above, as somebody who sees Lars. */
  async function nameErik() {
    await world.facts.db.query(
      `insert into named_viewer (person_id, viewer_id, municipality_code, named_by, named_at)
     values ($1, $2, '1861', 'officer', $3)`,
      [await personId(lars), await personId(erik), world.app.clock.now()],
    );
    world.app.clock.advance(2);
  }

  /** Nothing is kept of anybody, and everybody is OPEN and works here. */
  async function forget() {
    await world.forget();
    for (const table of ['absence', 'forwarding', 'finding', 'named_viewer'])
      await world.facts.db.query(`delete from ${table}`);
  }
  return { world, page, nodes, shown, job, kept, personId, absent, forward, nameErik, forget };
}
