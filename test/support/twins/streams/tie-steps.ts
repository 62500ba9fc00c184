import { others, rut } from '../hidden-person.js';
import {
  forwarded,
  idOf,
  instant,
  ofHer,
  person,
  she,
  step,
  unitOf,
  type Groups,
  type Step,
} from './step.js';

/** What others are to the person, and the person to others: their entries move, and nothing of it is to be seen. */
export const ties: Groups = [
  [
    step(
      'no stand-in of somebody',
      `delete from stand_in where stand_in_id = ${she} and person_id = ${idOf(others.kim)}`,
    ),
    step(
      'stand-in of somebody',
      `insert into stand_in select ${idOf(others.kim)}, p.id, '1861', 7 ${ofHer}`,
    ),
  ],
  [
    step('out of the answer group', `delete from answer_group_member where person_id = ${she}`),
    step(
      'in the answer group',
      `insert into answer_group_member select ${unitOf(others.kim)}, p.id, '1861', 9 ${ofHer}`,
    ),
  ],
  [
    {
      ...step(
        'fault contact',
        `update unit_contact set fault_entry_id = null where fault_entry_id = ${she}`,
      ),
      silent: 'Whom a unit turns to is in no entry.',
    },
  ],
  [
    {
      ...step(
        'responsible for a telephone, by manager or by name',
        `update person_local set responsible_id = null where responsible_id = ${she}`,
        `update person_local set responsible_id = ${she} where person_id = ${idOf(others.line)}`,
      ),
      silent: 'It is the same person in both ways.',
    },
  ],
  [
    step('nobody’s manager', `update person set manager_id = null where manager_id = ${she}`),
    step(
      'somebody’s manager',
      `update person set manager_id = ${she} where email = '${others.kim}'`,
    ),
  ],
  [
    step(
      'answers instead of nobody',
      `update absence set substitute_id = null, referral_kind = null where substitute_id = ${she}`,
    ),
    step(
      'answers instead of somebody absent',
      `update absence set substitute_id = ${she}, referral_kind = (select 'PERSON' ${ofHer}) where person_id = ${idOf(others.arvid)}`,
    ),
  ],
  [
    {
      name: 'a forwarding to the person',
      statements: (now) => [
        forwarded(
          '00000000-0000-4000-8000-00000000f002',
          `from person p, person q where p.email = '${others.erik}' and q.email = '${rut.email}'`,
          'DO_NOT_DISTURB',
          `'PERSON', q.id`,
          instant(now, 86_400),
        ),
      ],
    },
    step('no forwarding to the person', `delete from forwarding where target_person_id = ${she}`),
  ],
  [
    {
      ...step('no duties', `delete from unit_duty where person_id = ${she}`),
      silent: 'Duties are in no entry.',
    },
    {
      ...step(
        'duties',
        `insert into unit_duty select ${unitOf(others.kim)}, p.id, 'MANAGER', '1861' ${ofHer}`,
      ),
      silent: 'Duties are in no entry.',
    },
  ],
  [
    {
      ...step(
        'no role',
        `update role_grant set revoked_at = granted_at, revoked_by = 'key:first' where person_id = ${she}`,
      ),
      silent: 'Roles are in no entry.',
    },
  ],
  [
    {
      ...step('named for somebody else', `delete from named_viewer where viewer_id = ${she}`),
      silent: 'Only those see it who see somebody else PROTECTED.',
    },
  ],
  [
    {
      ...step(
        'somebody is named for the person',
        `insert into named_viewer select p.id, ${idOf(others.bo)}, '1861', 'test', '2026-11-24T08:00:00Z' ${ofHer}`,
        `delete from named_viewer where person_id = ${she}`,
      ),
      silent: 'Whom an OPEN person has named is shown to nobody.',
    },
  ],
];

/**
 * Those change who lead to the person. It is known then how each looks, as it is a moment after a stream began
 * (test/api/live/baseline.test.ts). Not the one whose change marks the end of a step: an event that is shown late may
 * show the mark already, and what comes after it would be counted with the next step.
 */
export const othersFirst: Step = step(
  'others',
  `update person set display_name = display_name || '.' where email is distinct from '${rut.email}'
      and email is distinct from '${others.ylva}' and (unit_id = ${unitOf(others.kim)} or email in (${Object.values(
        others,
      )
        .map((email) => `'${email}'`)
        .join()}))`,
);

/** Two changes one right after the other, before the first of them has been told of. */
export const atOnce: Step = {
  name: 'two changes at once',
  statements: () => [
    person(`title = 'Samordnare 1'`),
    'commit',
    'begin',
    person(`title = 'Samordnare 2'`),
  ],
};

/** The person becomes PROTECTED; where that is so already, or nobody is there, nothing happens. */
export const rise: Step = step(
  'PROTECTED',
  `update person_local set protection_level = 'PROTECTED' where person_id = ${she}`,
);
