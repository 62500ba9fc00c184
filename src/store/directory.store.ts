import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { ProtectionLevel } from '../kernel/words.js';
import type { PersonRecord, UnitRecord } from '../staff/directory-record.js';
import { foldForSearch, sortKeyOf } from '../staff/names.js';

/** Which source the facts come from. */
export type SourceKey = { readonly id: string; readonly municipality: MunicipalityCode };

/** A person to create or overwrite, by directory key. */
export type DirectoryWrite = {
  readonly key: string;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly person: PersonRecord;
};

/** Directory facts. Nothing here touches a local fact, but for levels, which a directory may raise. */
@Injectable()
export class DirectoryStore {
  constructor(private readonly database: DataSource) {}

  /** What is known of a source's people: id and digest by directory key. */
  async knownPeople(source: SourceKey) {
    const rows = (await this.database.query(
      `select directory_key as key, id, source_hash as hash, missing_since is not null as missing
         from person where source_id = $1`,
      [source.id],
    )) as { key: string; id: PersonId; hash: string; missing: boolean }[];
    return new Map(rows.map(({ key, ...known }) => [key, known]));
  }

  /** Raises levels by directory key, at once and never down. Returns how many people it protected more. */
  async raiseLevels(
    source: SourceKey,
    levels: readonly { readonly key: string; readonly level: ProtectionLevel }[],
  ): Promise<number> {
    const [, count] = (await this.database.query(
      `update person_local l
          set protection_level = raised.level, version = l.version + 1
         from person p
         join jsonb_to_recordset($2) as raised(key text, level text) on raised.key = p.directory_key
        where p.id = l.person_id and p.source_id = $1
          and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], raised.level)
            > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level)`,
      [source.id, JSON.stringify(levels)],
    )) as [unknown, number];
    return count;
  }

  /** Carries out one run's writes in one transaction: all of them, or none. */
  async apply(
    source: SourceKey,
    run: {
      readonly units: readonly UnitRecord[];
      readonly people: readonly DirectoryWrite[];
      readonly reappear: readonly PersonId[];
      readonly missing: readonly PersonId[];
      readonly at: Date;
    },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.writeUnits(tx, source, run.units);
      await this.writePeople(tx, source, run.people, new Map(run.units.map((u) => [u.dn, u.key])));
      await tx.query(`update person set missing_since = null where id = any($1)`, [run.reappear]);
      await tx.query(`update person set missing_since = $2 where id = any($1)`, [
        run.missing,
        run.at,
      ]);
      await tx.query(`update directory_source set last_complete_at = $2 where id = $1`, [
        source.id,
        run.at,
      ]);
    });
  }

  private async writeUnits(tx: EntityManager, source: SourceKey, units: readonly UnitRecord[]) {
    const keyOf = new Map(units.map((unit) => [unit.dn, unit.key]));
    const rows = units.map((unit) => ({
      id: randomUUID(),
      key: unit.key,
      parent: keyOf.get(unit.parentDn ?? '') ?? null,
      name: unit.name,
      folded: foldForSearch(unit.name),
    }));
    await tx.query(
      `insert into unit (id, municipality_code, source_id, directory_key, name, folded_name)
       select u.id, $2, $1, u.key, u.name, u.folded
         from jsonb_to_recordset($3) as u(id uuid, key text, name text, folded text)
       on conflict on constraint unit_source_key do update
          set name = excluded.name, folded_name = excluded.folded_name
        where (unit.name, unit.folded_name) is distinct from (excluded.name, excluded.folded_name)`,
      [source.id, source.municipality, JSON.stringify(rows)],
    );
    await tx.query(
      `update unit set parent_id = parent.id
         from jsonb_to_recordset($2) as u(key text, parent text)
         left join unit parent on parent.source_id = $1 and parent.directory_key = u.parent
        where unit.source_id = $1 and unit.directory_key = u.key
          and unit.parent_id is distinct from parent.id`,
      [source.id, JSON.stringify(rows)],
    );
  }

  private async writePeople(
    tx: EntityManager,
    source: SourceKey,
    people: readonly DirectoryWrite[],
    unitKeys: ReadonlyMap<string, string>,
  ) {
    for (let at = 0; at < people.length; at += batchSize) {
      const batch = people.slice(at, at + batchSize);
      const rows = batch.map((write) => personRow(write, unitKeys));
      await tx.query(upsertPeople, [source.id, source.municipality, JSON.stringify(rows)]);
      // The level stands before the person can be read: the same transaction, and an inner join.
      await tx.query(insertLocal, [source.id, JSON.stringify(rows)]);
      await tx.query(
        `delete from directory_number n using person p
          where p.id = n.person_id and p.source_id = $1 and p.directory_key = any($2)`,
        [source.id, batch.map((write) => write.key)],
      );
      await tx.query(insertNumbers, [source.id, JSON.stringify(batch.flatMap(numberRows))]);
    }
  }
}

const batchSize = 500;

const upsertPeople = `
  insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name,
      given_name, family_name, title, email, employee_id, kind, account_state, unit_id, sort_key, folded_text)
  select w.id, $2, $1, w.key, w.hash, w.display_name, w.given_name, w.family_name, w.title, w.email,
      w.employee_id, w.kind, w.account_state, u.id, w.sort_key, w.folded_text
    from jsonb_to_recordset($3) as w(id uuid, key text, hash text, display_name text, given_name text,
        family_name text, title text, email text, employee_id text, kind text, account_state text,
        unit text, sort_key text, folded_text text)
    left join unit u on u.source_id = $1 and u.directory_key = w.unit
  on conflict on constraint person_source_key do update set
      source_hash = excluded.source_hash, display_name = excluded.display_name,
      given_name = excluded.given_name, family_name = excluded.family_name, title = excluded.title,
      email = excluded.email, employee_id = excluded.employee_id, kind = excluded.kind,
      account_state = excluded.account_state, unit_id = excluded.unit_id,
      sort_key = excluded.sort_key, folded_text = excluded.folded_text`;

const insertLocal = `
  insert into person_local (person_id, municipality_code, protection_level, version)
  select p.id, p.municipality_code, w.level, 1
    from jsonb_to_recordset($2) as w(key text, level text)
    join person p on p.source_id = $1 and p.directory_key = w.key
  on conflict on constraint person_local_pkey do nothing`;

const insertNumbers = `
  insert into directory_number (id, municipality_code, person_id, kind, e164, extension, original, position)
  select n.id, p.municipality_code, p.id, n.kind, n.e164, n.extension, n.original, n.position
    from jsonb_to_recordset($2) as n(id uuid, key text, kind text, e164 text, extension text,
        original text, position integer)
    join person p on p.source_id = $1 and p.directory_key = n.key`;

function personRow(
  { key, hash, level, person }: DirectoryWrite,
  units: ReadonlyMap<string, string>,
) {
  return {
    id: randomUUID(),
    key,
    hash,
    level,
    display_name: person.displayName,
    given_name: person.givenName,
    family_name: person.familyName,
    title: person.title,
    email: person.email,
    employee_id: person.employeeId,
    kind: person.kind,
    account_state: person.accountState,
    unit: units.get(person.unitDn ?? '') ?? null,
    sort_key: sortKeyOf(person.familyName, person.givenName, person.displayName),
    folded_text: foldForSearch(`${person.displayName} ${person.title ?? ''}`),
  };
}

function numberRows({ key, person }: DirectoryWrite) {
  return person.numbers.map(({ kind, e164, extension, original }, position) => {
    return { id: randomUUID(), key, kind, e164, extension, original, position };
  });
}
