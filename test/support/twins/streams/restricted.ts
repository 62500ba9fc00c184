import { others } from '../hidden-person.js';
import { step, type Step } from './step.js';

const she = `(select id from person where email = '${others.sofia}')`;

/** Those who may know neither number nor reason of somebody RESTRICTED in Hallsberg. */
export const unaware = [
  'employeeHallsberg',
  'employeeLaxa',
  'subordinate',
  'named',
  'alsoProtected',
  'auditor',
  'auditorLaxa',
  'officerLaxa',
  'intranetHallsberg',
  'intranetLaxa',
];

/** What is hidden of somebody RESTRICTED: one number, one reason and a note. */
export function hiddenFacts(number: string, reason: string, note: string): readonly string[] {
  return [
    `delete from directory_number where person_id = ${she}`,
    `insert into directory_number (municipality_code, person_id, kind, e164, extension, original, position)
     select '1861', p.id, 'DIRECT', '${number}', null, '', 0 from person p where p.email = '${others.sofia}'`,
    `update absence set reason = '${reason}', note = '${note}' where person_id = ${she}`,
  ];
}

/** Somebody is RESTRICTED from now on. */
export const restrict: readonly string[] = [
  `update person_local set protection_level = 'RESTRICTED' where person_id = ${she}`,
];

/** Two pairs of hidden facts; what is written is the second of them first, so that it is a change in one world alone. */
export const one = hiddenFacts('+46582007761', 'VACATION', 'fjällen');
export const other = hiddenFacts('+46582007762', 'TRAVEL', 'tåget');

/** The same writes in worlds in which other things are hidden. */
export const writes: readonly Step[] = [
  step('a reason', `update absence set reason = 'TRAVEL' where person_id = ${she}`),
  {
    ...step('a note', `update absence set note = 'tåget' where person_id = ${she}`),
    silent: 'A note is for operators.',
  },
  {
    name: 'the line of a number',
    statements: (now) => [
      `insert into line_state values ('1861', '+46582007761', 'IN_CALL', 1, '${new Date(now.getTime() + 3_600_000).toISOString()}')`,
    ],
  },
  step('a number', `update directory_number set e164 = '+46582007762' where person_id = ${she}`),
  step(
    'another number',
    `update directory_number set e164 = '+46582007763' where person_id = ${she}`,
  ),
  step(
    'another reason',
    `update absence set reason = 'COURSE', note = null where person_id = ${she}`,
  ),
];
