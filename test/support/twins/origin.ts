import { Client } from 'pg';
import { startTestApp, type TestApp } from '../app.js';
import { at } from '../json.js';
import { hallsbergWith, laxaWith, others, rut, rutEntries, signingIn } from './hidden-person.js';

/** Keys and tokens by what the proof calls their holders. */
export type Viewers = Readonly<Record<string, string>>;

/** Starts the program, and has the person be everything to others that an OPEN person can be. */
export async function startOrigin(): Promise<{ readonly app: TestApp; readonly viewers: Viewers }> {
  const app = await startTestApp();
  await app.changeDirectory('1861', (text) => hallsbergWith(text, rutEntries.plain));
  await app.changeDirectory('1860', laxaWith);
  for (const code of ['1861', '1860']) await app.sync(code);
  await giveDuties(app.databaseUrl);
  await setLocalFacts(app);
  await answerFor(app.databaseUrl);
  await hideAnother(app);
  // What was told of the runs while the person was OPEN was told; the worlds begin after that.
  await asOwner(app.databaseUrl, [
    'delete from level_rise',
    'delete from sync_rejection',
    'delete from sync_run',
  ]);
  return { app, viewers: await viewersOf(app) };
}

async function viewersOf(app: TestApp): Promise<Viewers> {
  const expiresAt = new Date(app.clock.now().getTime() + 86_400_000);
  const integrationScoped = await app.makeKey({
    role: 'INTEGRATION_KEY',
    label: 'reads absence',
    municipality: '1861' as never,
    scopes: ['ABSENCE_READ', 'NUMBERS_MOBILE'],
    expiresAt,
  });
  const key = (name: string) => app.keys[name] ?? '';
  return {
    operator: key('operator'),
    technician: key('technician'),
    employeeHallsberg: await app.token('employee', '1861'),
    employeeLaxa: await app.token('employee', '1860'),
    subordinate: await app.token('employee', '1861', signingIn.kim),
    manager: await app.token('employee', '1861', signingIn.maud),
    operatorByGrant: await app.token('employee', '1861', signingIn.bo),
    /** Named for somebody else who is PROTECTED. */
    named: await app.token('employee', '1861', signingIn.ida),
    alsoProtected: await app.token('employee', '1861', signingIn.sten),
    auditor: await app.token('employee', '1861', signingIn.erik),
    auditorLaxa: await app.token('auditor', '1860'),
    officerLaxa: await app.token('officer', '1860'),
    intranetHallsberg: key('intranetHallsberg'),
    intranetLaxa: key('intranetLaxa'),
    phoneSystem: key('phoneSystem'),
    integration: key('integration'),
    integrationScoped,
  };
}

/** The person manages the unit and answers for it, and so does somebody who signs in; one is an auditor. */
async function giveDuties(databaseUrl: string): Promise<void> {
  const unit = '(select unit_id from person where email = $1)';
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const [email, duty] of [
      [rut.email, 'MANAGER'],
      [rut.email, 'PHONE_RESPONSIBLE'],
      [others.maud, 'MANAGER'],
    ])
      await client.query(
        `insert into unit_duty (unit_id, person_id, duty, municipality_code)
         select ${unit}, id, $3, municipality_code from person where email = $2 on conflict do nothing`,
        [rut.email, email, duty],
      );
    for (const [email, role] of [
      [rut.email, 'OPERATOR'],
      [others.bo, 'OPERATOR'],
      [others.erik, 'AUDITOR'],
    ])
      await client.query(
        `insert into role_grant (id, municipality_code, person_id, role, granted_by, granted_at)
         select gen_random_uuid(), municipality_code, id, $2, 'key:first', now() from person where email = $1`,
        [email, role],
      );
    await client.query(`update person set kind = 'SHARED_PHONE' where email = $1`, [others.line]);
  } finally {
    await client.end();
  }
}

async function setLocalFacts(app: TestApp): Promise<void> {
  const found = await app.ask(
    'technician',
    `{ person(ref: { email: "${rut.email}" }) { id version } }`,
  );
  const id = String(at(found.data, 'person.id'));
  const person = (email: string) => `person: { email: "${email}" }`;
  const absent = (email: string, reason: string, more: string) =>
    `mutation { setAbsence(input: { ${person(email)}, reason: ${reason}, ${more} }) { userErrors { code } } }`;
  const forward = (email: string, condition: string, target: string) =>
    `mutation { setForwarding(input: { ${person(email)}, condition: ${condition}, target: { ${target} } }) { userErrors { code } } }`;
  const instead = `referral: { entryId: "${id}" }`;
  const bo = await app.ask('operator', `{ person(ref: { email: "${others.bo}" }) { id } }`);
  const jakob = await app.ask('operator', `{ person(ref: { email: "${others.jakob}" }) { id } }`);
  const until = (days: number) =>
    `endsAt: "${new Date(app.clock.now().getTime() + days * 86_400_000).toISOString()}"`;
  const now = app.clock.now().toISOString();
  for (const [who, mutation] of [
    ['operator', absent(others.kim, 'MEETING', `${instead}, ${until(1)}`)],
    ['operator', absent(others.sten, 'TRAVEL', `${instead}, ${until(3)}`)],
    ['operator', absent(others.arvid, 'VACATION', `${instead}, note: "Åter på måndag"`)],
    // A chain: Sofia's stand-in is Jakob, whose stand-in is the person, whose stand-in is Bo.
    [
      'operator',
      absent(
        others.sofia,
        'COURSE',
        `referral: { entryId: "${String(at(jakob.data, 'person.id'))}" }`,
      ),
    ],
    ['operator', absent(others.jakob, 'TRAVEL', `${instead}, ${until(2)}`)],
    [
      'operator',
      absent(
        rut.email,
        'LUNCH',
        `referral: { entryId: "${String(at(bo.data, 'person.id'))}" }, ${until(1)}`,
      ),
    ],
    ['operator', forward(others.ida, 'UNCONDITIONAL', `entryId: "${id}"`)],
    ['operator', forward(others.bo, 'NO_ANSWER', `entryId: "${id}"`)],
    ['operator', forward(others.kim, 'BUSY', `number: "${rut.direct}"`)],
    ['operator', forward(others.line, 'BUSY', `entryId: "${id}"`)],
    [
      'operator',
      forward(rut.email, 'UNCONDITIONAL', `entryId: "${String(at(jakob.data, 'person.id'))}"`),
    ],
    [
      'technician',
      `mutation { setNumbers(input: { ${person(rut.email)}, direct: "${rut.added}", expectedVersion: "${String(at(found.data, 'person.version'))}" }) { userErrors { code } } }`,
    ],
    [
      'phoneSystem',
      `mutation { reportLines(input: { dialPlan: "sydnarke.test", lines: [
         { number: "${rut.direct}", status: IN_CALL, observedAt: "${now}", reportSeq: "5", ttlSeconds: 86400 }
         { number: "+46582007742", status: RINGING, observedAt: "${now}", reportSeq: "5", ttlSeconds: 86400 }] }) { userErrors { code } } }`,
    ],
  ] as const) {
    const { text } = await app.ask(who, mutation);
    if (!text.includes('"userErrors":[]')) throw new Error(`${mutation}: ${text}`);
  }
}

/** The person stands in for others, answers in the unit between others, is whom it turns to with faults, and is responsible for its telephone. */
async function answerFor(databaseUrl: string): Promise<void> {
  const id = (email: string) => `(select id from person where email = '${email}')`;
  const unit = `(select unit_id from person where email = '${rut.email}')`;
  const group = [others.kim, rut.email, others.line, others.ida];
  const standsIn = (email: string, standIns: readonly string[]) =>
    standIns.map(
      (one, i) => `insert into stand_in (person_id, stand_in_id, municipality_code, position)
        values (${id(email)}, ${id(one)}, '1861', ${i + 1})`,
    );
  const greets = (email: string, number: string) =>
    `insert into number_greeting (person_id, e164, municipality_code, kind, names_alternative, confirmed_at)
     values (${id(email)}, '${number}', '1861', 'PERSONAL', true, '2026-11-02T08:00:00Z')`;
  await asOwner(databaseUrl, [
    ...group.map(
      (
        email,
        i,
      ) => `insert into answer_group_member (unit_id, person_id, municipality_code, position)
        values (${unit}, ${id(email)}, '1861', ${i + 1})`,
    ),
    `insert into opening_hours (unit_id, municipality_code, weekday, opens_at, closes_at)
     values (${unit}, '1861', 1, '08:00', '16:30')`,
    `insert into unit_contact (unit_id, municipality_code, fault_entry_id, fault_instruction)
     values (${unit}, '1861', ${id(rut.email)}, 'Ring')`,
    `insert into department_decision (unit_id, municipality_code, decision_reference, decided_on)
     values (${unit}, '1861', 'VON 2026-7', '2026-11-02')`,
    ...standsIn(others.kim, [rut.email, others.ida]),
    ...standsIn(others.sten, [rut.email]),
    ...standsIn(rut.email, [others.kim, others.bo]),
    ...[rut.email, others.kim].map(
      (
        email,
      ) => `insert into best_reached (person_id, municipality_code, weekday, from_time, to_time)
        values (${id(email)}, '1861', 2, '09:00', '11:00')`,
    ),
    ...[rut.email, others.kim].map(
      (
        email,
      ) => `insert into person_subject_word (person_id, municipality_code, subject, synonym, word, folded)
        values (${id(email)}, '1861', 0, 0, 'Bygglov', 'bygglov'), (${id(email)}, '1861', 0, 1, 'Bygge', 'bygge')`,
    ),
    `insert into unit_subject_word (unit_id, municipality_code, subject, synonym, word, folded)
     values (${unit}, '1861', 0, 0, 'Bygglov', 'bygglov')`,
    greets(rut.email, rut.mobile),
    greets(others.kim, '+46701740692'),
    `update person_local set responsible_id = ${id(rut.email)} where person_id = ${id(others.line)}`,
  ]);
}

/** Somebody else is PROTECTED in every world, appears as an alias card, and is seen by two whom an officer named. */
async function hideAnother(app: TestApp): Promise<void> {
  const officer = await app.token('officer', '1861');
  const idOf = async (email: string) =>
    at(
      (await app.ask('technician', `{ person(ref: { email: "${email}" }) { id } }`)).data,
      'person.id',
    );
  const [sten, ida, person] = [
    await idOf(others.sten),
    await idOf(others.ida),
    await idOf(rut.email),
  ];
  const found = await app.ask(officer, `{ person(ref: { id: "${String(sten)}" }) { version } }`);
  const about = `personId: "${String(sten)}", caseReference: "KS 2026-117"`;
  const named = (id: unknown) =>
    `mutation { nameViewer(input: { ${about}, viewerId: "${String(id)}" }) { userErrors { code } } }`;
  for (const mutation of [
    `mutation { setProtection(input: { ${about}, level: PROTECTED, expectedVersion: "${String(at(found.data, 'person.version'))}" }) { userErrors { code } } }`,
    `mutation { setPresentation(input: { ${about}, presentation: ALIAS, alias: "Stefan Sand" }) { userErrors { code } } }`,
    named(ida),
    named(person),
  ]) {
    const { text } = await app.ask(officer, mutation);
    if (!text.includes('"userErrors":[]')) throw new Error(`${mutation}: ${text}`);
  }
}

/** Carries out statements as the owner of the tables. */
export async function asOwner(databaseUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
