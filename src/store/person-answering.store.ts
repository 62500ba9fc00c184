import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import type { Greeting } from '../staff/greeting.js';
import { keepingPlaces } from '../staff/keeping-places.js';
import type { E164 } from '../staff/phone-number.js';
import { keptWords, sameSubjects, type SubjectWord } from '../staff/subject-words.js';
import { sameWindows, type WeeklyWindow } from '../staff/weekly-window.js';
import { recordFacts } from './audit-writes.js';
import { rowVersion } from './row-version.js';
import { BestReachedRow } from './rows/best-reached.row.js';
import { NumberGreetingRow } from './rows/number-greeting.row.js';
import { PersonLocalRow } from './rows/person-local.row.js';
import { addWords, clearWords, subjectsOf } from './subject-words.sql.js';
import { visibleParameters, visiblePeople } from './visible-people.js';

/** Whose facts are changed, over which version. */
export type PersonChange = {
  readonly personId: PersonId;
  readonly municipality: MunicipalityCode;
  readonly expectedVersion: string;
};

/** Local facts of who answers for whom, when, and for what: each change makes a new version of the person, and is recorded. What changes nothing does neither. */
@Injectable()
export class PersonAnsweringStore {
  constructor(private readonly database: DataSource) {}

  /** Puts these stand-ins in the place of those whom the reach lets out; the others keep their places. False when the person's version has moved on. */
  async setStandIns(
    reach: Reach,
    change: PersonChange,
    standInIds: readonly PersonId[],
    fact: AuditFact,
  ): Promise<boolean> {
    const { personId, municipality } = change;
    return this.change(change, fact, async (tx) => {
      const parameters = [...visibleParameters(reach), personId];
      const before = (await tx.query(standIns, parameters)) as { id: PersonId; seen: boolean }[];
      const seen = before.filter((one) => one.seen).map(({ id }) => id);
      if (seen.join() === standInIds.join()) return false;
      await tx.query(clearStandIns, [personId]);
      await tx.query(addStandIns, [personId, municipality, keepingPlaces(before, standInIds)]);
      return true;
    });
  }

  /** Puts other times in the place of those that there were (P8). False when the person's version has moved on. */
  async setBestReached(
    change: PersonChange,
    windows: readonly WeeklyWindow[],
    fact: AuditFact,
  ): Promise<boolean> {
    const { personId, municipality } = change;
    return this.change(change, fact, async (tx) => {
      const rows = await tx.find(BestReachedRow, {
        where: { personId },
        order: { weekday: 'ASC', fromTime: 'ASC' },
      });
      const before = rows.map(({ weekday, fromTime, toTime }) => {
        return { weekday, from: fromTime, to: toTime };
      });
      if (sameWindows(before, windows)) return false;
      await tx.delete(BestReachedRow, { personId });
      const added = windows.map(({ weekday, from, to }) => {
        return { personId, municipalityCode: municipality, weekday, fromTime: from, toTime: to };
      });
      await tx.insert(BestReachedRow, added);
      return true;
    });
  }

  /** Keeps what a number's voicemail says (P6, P19); told anew it is confirmed anew. False when the person's version has moved on. */
  async setGreeting(
    change: PersonChange,
    e164: E164,
    greeting: Greeting,
    fact: AuditFact,
  ): Promise<boolean> {
    const { personId, municipality } = change;
    return this.change(change, fact, async (tx) => {
      await tx.upsert(
        NumberGreetingRow,
        { personId, e164, municipalityCode: municipality, ...greeting },
        ['personId', 'e164'],
      );
      return true;
    });
  }

  /**
   * Says who is responsible for a shared telephone (P16); null leaves it to the directory's nearest
   * supervisor, or to somebody whom the reach does not let out. False when its version has moved on.
   */
  async setResponsible(
    reach: Reach,
    change: PersonChange,
    responsibleId: PersonId | null,
    fact: AuditFact,
  ): Promise<boolean> {
    return this.change(change, fact, async (tx, local) => {
      const [seen] = (await tx.query(visibleOne, [
        ...visibleParameters(reach),
        local.responsibleId,
      ])) as { id: PersonId }[];
      if ((seen?.id ?? null) === responsibleId) return false;
      await tx.update(PersonLocalRow, { personId: change.personId }, { responsibleId });
      return true;
    });
  }

  /** Puts other subject words in the place of those that there were (P14). False when the entry's version has moved on. */
  async setSubjects(
    change: PersonChange,
    subjects: readonly SubjectWord[],
    fact: AuditFact,
  ): Promise<boolean> {
    const { personId, municipality } = change;
    return this.change(change, fact, async (tx) => {
      const rows = (await tx.query(subjectsBefore, [personId])) as {
        subjects: readonly SubjectWord[] | null;
      }[];
      if (sameSubjects(rows[0]?.subjects ?? [], subjects)) return false;
      const words = JSON.stringify(keptWords(subjects));
      await tx.query(clearWords('person'), [personId]);
      await tx.query(addWords('person'), [personId, municipality, words]);
      return true;
    });
  }

  private async change(
    { personId, expectedVersion }: PersonChange,
    fact: AuditFact,
    write: (tx: EntityManager, local: PersonLocalRow) => Promise<boolean>,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const local = await tx.findOne(PersonLocalRow, {
        where: { personId, version: rowVersion(expectedVersion) },
        lock: { mode: 'pessimistic_write' },
      });
      if (local === null) return false;
      if (!(await write(tx, local))) return true;
      await tx.update(PersonLocalRow, { personId }, { version: local.version + 1 });
      await recordFacts(tx, [fact]);
      return true;
    });
  }
}

const standIns = `
  select s.stand_in_id as id,
    coalesce(p.employment = 'ACTIVE' and ${visiblePeople(1, 2)}, false) as seen
    from stand_in s
    left join person p on p.id = s.stand_in_id
    left join person_local l on l.person_id = p.id
   where s.person_id = $3
   order by s.position, s.stand_in_id`;

const visibleOne = `
  select p.id from person p
    join person_local l on l.person_id = p.id
   where p.id = $3 and p.employment = 'ACTIVE' and ${visiblePeople(1, 2)}`;

const subjectsBefore = `select ${subjectsOf('person', '$1')} as subjects`;

const clearStandIns = `delete from stand_in where person_id = $1`;
const addStandIns = `
  insert into stand_in (person_id, municipality_code, stand_in_id, position)
  select $1, $2, other.id, other.position
    from unnest($3::uuid[]) with ordinality as other(id, position)`;
