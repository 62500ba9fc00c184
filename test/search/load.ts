import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { parseDirectories } from '../../src/config/directories-file.js';
import type { MunicipalityCode } from '../../src/kernel/ids.js';
import { DirectoryStore, type Carried } from '../../src/store/directory.store.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import { clearStage, stage, type DirectoryWrite } from '../../src/store/staging.js';
import { keptWords } from '../../src/staff/subject-words.js';
import { subjectsByKey } from './subject-words.js';
import {
  placeNames,
  places,
  type FixedDirectory,
  type Place,
  type StaffEntry,
} from './directory/facts.js';

/**
 * Writes the directory into a migrated database as syncs of its three municipalities would, and its
 * answer groups and subject words. The directory key of every person and unit is its key.
 */
export async function loadDirectory(
  database: DataSource,
  directory: FixedDirectory,
  at: Date,
): Promise<void> {
  await new MunicipalitiesStore(database).configure(
    parseDirectories(JSON.stringify({ municipalities: placeNames.map(municipality) }))
      .municipalities,
  );
  const connection = database.createQueryRunner();
  try {
    for (const place of placeNames) {
      const here = ({ place: other }: { readonly place: string }) => other === place;
      const entries = [...directory.people, ...directory.functions].filter(here);
      const units = directory.units
        .filter(here)
        .map(({ key, name, parent }) => ({ key, dn: key, parentDn: parent, name }));
      await loadEntries(connection, place, entries, { units, at });
    }
    await writeAnswerGroups(connection.manager, directory);
    await writeSubjectWords(connection.manager, directory);
  } finally {
    await connection.release();
  }
}

/** Writes new entries of a municipality, and its units, as one sync would. */
export async function loadEntries(
  connection: QueryRunner,
  place: Place,
  entries: readonly StaffEntry[],
  { units, at }: Pick<Carried, 'units' | 'at'>,
): Promise<void> {
  const source = { id: place, municipality: places[place].code as MunicipalityCode };
  const run: Carried = { ...nothing, units, staged: entries.length, at };
  await stage(connection, source, entries.map(writeOf), String);
  await new DirectoryStore().carryOut(connection, source, run, String, async () => undefined);
  await clearStage(connection, source);
}

const nothing: Omit<Carried, 'at'> = {
  units: [],
  staged: 0,
  known: 0,
  relinked: [],
  leftOut: [],
  notMissing: [],
  reappeared: [],
  losses: [],
  regained: [],
  lane: null,
  complete: null,
};

/** As the directories file has it. Nobody connects to its server. */
function municipality(place: keyof typeof places) {
  const { code, name, areaCode } = places[place];
  const prefix = `+46${areaCode.slice(1)}`;
  const base = { base: `dc=${place},dc=test`, filter: '(objectClass=*)' };
  return {
    code,
    name,
    areaCode,
    switchboardNumber: `${prefix}000000`,
    dialPlan: 'sydnarke.test',
    numberSeries: [`${prefix}00`],
    directories: [
      {
        id: place,
        flavour: 'OPENLDAP',
        servers: [`ldaps://ldap.${place}.test`],
        bind: { dn: `cn=reader,dc=${place},dc=test`, passwordEnv: 'BIND_PASSWORD' },
        people: base,
        units: base,
        attributes: {},
      },
    ],
  };
}

function writeOf(entry: StaffEntry): DirectoryWrite {
  const { key, displayName, givenName, familyName, title, email, employeeId, kind } = entry;
  return {
    key,
    known: false,
    hash: key,
    level: 'OPEN',
    filled: [],
    person: {
      displayName,
      givenName,
      familyName,
      title,
      email,
      employeeId,
      kind,
      accountState: 'ACTIVE',
      dn: key,
      unitDn: entry.unit,
      managerDn: null,
      numbers: entry.numbers,
    },
  };
}

async function writeAnswerGroups(tx: EntityManager, { answerGroups }: FixedDirectory) {
  const rows = [...answerGroups].flatMap(([unit, members]) =>
    members.map((person, position) => ({ unit, person, position })),
  );
  await tx.query(
    `insert into answer_group_member (unit_id, person_id, municipality_code, position)
     select u.id, p.id, u.municipality_code, w.position
       from json_to_recordset($1) as w(unit text, person text, position integer)
       join unit u on u.directory_key = w.unit
       join person p on p.directory_key = w.person`,
    [JSON.stringify(rows)],
  );
}

async function writeSubjectWords(tx: EntityManager, directory: FixedDirectory) {
  const rows = [...subjectsByKey(directory)].flatMap(([key, subjects]) =>
    keptWords(subjects).map((word) => ({ key, ...word })),
  );
  for (const owner of ['person', 'unit'])
    await tx.query(
      `insert into ${owner}_subject_word (${owner}_id, municipality_code, subject, synonym, word, folded)
       select o.id, o.municipality_code, w.subject, w.synonym, w.word, w.folded
         from json_to_recordset($1) as w(key text, subject integer, synonym integer, word text, folded text)
         join ${owner} o on o.directory_key = w.key`,
      [JSON.stringify(rows)],
    );
}
