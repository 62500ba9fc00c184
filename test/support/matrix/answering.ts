import type { Client } from 'pg';
import { standIn, type Subject } from './subjects.js';

/** When the units are open and the subjects are best reached, as the API has it. */
export const windows = [{ weekday: 1, from: '08:00', to: '16:30' }];
/** What callers ask the subjects and the units for. */
export const subjectWords = [{ word: 'Bygglov', synonyms: ['Attefallshus'] }];
/** What the voicemail of each of the subjects' numbers says. */
export const greeting = {
  kind: 'PERSONAL',
  namesAlternative: true,
  confirmedAt: '2026-11-23T08:00:00.000Z',
};
/** Whom the units turn to when telephones fail. */
export const faultContact = { entry: standIn, number: null, instruction: 'Ring, mejla inte' };

/** Everybody has a stand-in, times and greetings, in a department that has decided so; and answers in a unit alone. */
export async function answer(client: Client, subjects: readonly Subject[]): Promise<void> {
  const ingrid = `(select id from person where email = 'ingrid.sjoberg@hallsberg.test')`;
  await client.query(
    `insert into department_decision (unit_id, municipality_code, decision_reference, decided_on)
     select id, municipality_code, 'VON 2026-7', '2026-11-02' from unit
      where name = 'Kansliet' and municipality_code = '1861'`,
  );
  for (const { email, unitName, direct, mobile } of subjects) {
    const me = `(select id from person where email = '${email}')`;
    const unit = `(select id from unit where name = '${unitName}' and municipality_code = '1861')`;
    const [monday] = windows;
    const { kind, namesAlternative, confirmedAt } = greeting;
    for (const statement of [
      `insert into stand_in (person_id, stand_in_id, municipality_code, position) values (${me}, ${ingrid}, '1861', 1)`,
      `insert into best_reached (person_id, municipality_code, weekday, from_time, to_time)
       values (${me}, '1861', ${monday?.weekday}, '${monday?.from}', '${monday?.to}')`,
      `insert into number_greeting (person_id, e164, municipality_code, kind, names_alternative, confirmed_at)
       select ${me}, e164, '1861', '${kind}', ${namesAlternative}, '${confirmedAt}'
         from unnest(array['${direct}', '${mobile}']) as e164`,
      `insert into answer_group_member (unit_id, person_id, municipality_code, position) values (${unit}, ${me}, '1861', 1)`,
      `insert into opening_hours (unit_id, municipality_code, weekday, opens_at, closes_at)
       values (${unit}, '1861', ${monday?.weekday}, '${monday?.from}', '${monday?.to}')`,
      `insert into unit_contact (unit_id, municipality_code, fault_entry_id, fault_instruction)
       values (${unit}, '1861', ${ingrid}, '${faultContact.instruction}')`,
      ...['person', 'unit'].flatMap((owner) =>
        subjectWords.flatMap(({ word, synonyms }) =>
          [word, ...synonyms].map(
            (
              one,
              i,
            ) => `insert into ${owner}_subject_word (${owner}_id, municipality_code, subject, synonym, word, folded)
              values (${owner === 'unit' ? unit : me}, '1861', 0, ${i}, '${one}', '${one.toLowerCase()}')`,
          ),
        ),
      ),
    ])
      await client.query(statement);
  }
}
