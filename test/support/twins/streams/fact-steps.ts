import { others, rut } from '../hidden-person.js';
import {
  absence,
  absent,
  forwarded,
  forwarding,
  idOf,
  instant,
  ofHer,
  person,
  she,
  step,
  unitOf,
  type Groups,
} from './step.js';

/** What the directory says of the person, and what people have said. */
export const ownFacts: Groups = [
  [step('title', person(`title = 'Utredare'`))],
  [
    step('name', person(`display_name = 'Rut Sandahl Ek', family_name = 'Sandahl Ek'`)),
    step('name again', person(`display_name = '${rut.displayName}', family_name = 'Sandahl'`)),
  ],
  [
    step('another unit', person(`unit_id = ${unitOf(others.erik)}`)),
    step('the own unit again', person(`unit_id = ${unitOf(others.kim)}`)),
  ],
  [step('account disabled', person(`account_state = 'DISABLED'`))],
  [step('another manager', person(`manager_id = ${idOf(others.erik)}`))],
  [
    {
      ...step(
        'missing, and found',
        person(`missing_since = '2026-11-20T10:00:00Z'`),
        person('missing_since = null'),
      ),
      silent: 'Nobody is shown that somebody is missing.',
    },
  ],
  [
    step('left', person(`employment = 'LEFT', left_at = '2026-11-20T10:00:00Z'`)),
    step('came back', person(`employment = 'ACTIVE', left_at = null`)),
  ],
  [
    step(
      'number',
      `update directory_number set e164 = '+46582007751' where person_id = ${she} and kind = 'DIRECT'`,
    ),
    step(
      'number again',
      `update directory_number set e164 = '${rut.direct}' where person_id = ${she} and kind = 'DIRECT'`,
    ),
  ],
  [step('added number', `delete from added_number where person_id = ${she}`)],
  [
    step(
      'who may know the mobile number',
      `update person_local set mobile_audience = 'COOPERATION' where person_id = ${she}`,
    ),
  ],
  [step('greeting', `update number_greeting set kind = 'STANDARD' where person_id = ${she}`)],
  [
    step(
      'a subject word',
      `update person_subject_word set word = 'Byggen', folded = 'byggen' where person_id = ${she} and synonym = 1`,
    ),
    step('subject words', `delete from person_subject_word where person_id = ${she}`),
  ],
  [step('best reached', `delete from best_reached where person_id = ${she}`)],
  [step('stand-ins of the person', `delete from stand_in where person_id = ${she}`)],
];

/** Absence, forwardings, lines and presence of the person. */
export const liveFacts: Groups = [
  [
    {
      name: 'line',
      statements: (now) => [
        `insert into line_state values ('1861', '${rut.direct}', 'RINGING', 100, ${instant(now, 3_600)})
       on conflict on constraint line_state_pkey do update set status = 'RINGING', expires_at = excluded.expires_at`,
      ],
    },
    step('line again', `update line_state set status = 'IDLE' where line = '${rut.direct}'`),
    step('no line', `delete from line_state where line = '${rut.direct}'`),
  ],
  [
    {
      name: 'absence',
      statements: (now) => [
        `delete from absence where person_id = ${she}`,
        absent(absence, ofHer, instant(now, -60), instant(now, 86_400)),
      ],
    },
    step('note', `update absence set note = 'sal B' where id = '${absence}'`),
    step(
      'referral',
      `update absence set referral_kind = 'PERSON', substitute_id = ${idOf(others.bo)} where id = '${absence}'`,
    ),
    step('absence ended', `delete from absence where id = '${absence}'`),
  ],
  [
    {
      name: 'forwarding',
      statements: (now) => [
        `delete from forwarding where id = '${forwarding}'`,
        forwarded(
          forwarding,
          ofHer,
          'DO_NOT_DISTURB',
          `'PERSON', ${idOf(others.bo)}`,
          instant(now, 86_400),
        ),
      ],
    },
    step('forwarding off', `update forwarding set active = false where id = '${forwarding}'`),
    step('forwarding gone', `delete from forwarding where id = '${forwarding}'`),
  ],
  [
    {
      name: 'presence',
      statements: (now) => [
        `insert into presence_session (person_id, source, session_id, municipality_code, availability, activity, report_seq, expires_at)
       select p.id, 'SELF', 'desk 2', '1861', 'DO_NOT_DISTURB', 'AVAILABLE', 1, ${instant(now, 3_600)} ${ofHer}`,
      ],
    },
    step(
      'another presence',
      `update presence_session set availability = 'AVAILABLE' where person_id = ${she} and session_id = 'desk 2'`,
    ),
    step('no presence', `delete from presence_session where person_id = ${she}`),
  ],
];

/** What time alone changes of the person. */
export const byTime: Groups = [
  [
    {
      name: 'an absence begins',
      statements: (now) => [
        `delete from absence where person_id = ${she}`,
        absent(absence, ofHer, instant(now, 30), instant(now, 90)),
      ],
      seconds: 30,
    },
    { name: 'the absence ends', statements: () => [], seconds: 60 },
  ],
  [
    {
      name: 'a forwarding is over',
      statements: (now) => [
        `delete from forwarding where id = '${forwarding}'`,
        forwarded(forwarding, ofHer, 'DO_NOT_DISTURB', `'VOICEMAIL', null::uuid`, instant(now, 30)),
      ],
      seconds: 30,
    },
  ],
  [
    {
      name: 'presence and lines expire',
      statements: (now) => [
        `insert into presence_session (person_id, source, session_id, municipality_code, availability, activity, report_seq, expires_at)
       select p.id, 'SELF', 'desk 3', '1861', 'DO_NOT_DISTURB', 'AVAILABLE', 1, ${instant(now, 30)} ${ofHer}`,
        ...[rut.direct, rut.mobile].map(
          (
            line,
          ) => `insert into line_state values ('1861', '${line}', 'RINGING', 200, ${instant(now, 30)})
         on conflict on constraint line_state_pkey do update set status = 'RINGING', expires_at = excluded.expires_at`,
        ),
      ],
      seconds: 30,
    },
  ],
];
