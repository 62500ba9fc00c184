import { setImmediate } from 'node:timers/promises';
import type { DirectoryConfig } from '../config/directories-file.js';
import type { DirectorySession } from '../ldap/directory-session.js';
import { entryToUnit } from '../ldap/entry-to-unit.js';
import { readMarks } from '../ldap/marks.js';
import { ParentNames } from '../ldap/parent-names.js';
import type { Position } from '../ldap/position.js';
import type { Municipality } from '../staff/municipality.js';
import type { UnitRecord } from '../staff/directory-record.js';
import { incomingFrom, type Reading } from './incoming.js';
import type { PersonWrite, Plan, Rise } from './plan.js';

/** One LDAP source, with what is needed to read it. */
export type Source = {
  readonly municipality: Municipality;
  readonly directory: DirectoryConfig;
  readonly password: string;
};

/** So many entries are worked on without a pause: about three milliseconds. */
const entriesAtOnce = 100;

/** Where what is read goes at once, page by page. */
export type Outlet = {
  /** Levels are raised as soon as the entry is read: no gate and no failure holds them up. */
  raise(rises: readonly Rise[]): Promise<void>;
  stage(writes: readonly PersonWrite[]): Promise<void>;
  progress(seen: number): void;
};

/**
 * Reads a source to its end, or what has changed since a position. What came is in the plan and in the
 * outlet, also when it throws. Gives the units by their names.
 */
export async function readSource(
  session: DirectorySession,
  source: Source,
  plan: Plan,
  outlet: Outlet,
  options: { readonly since: Position | null; readonly sameMapping: boolean; readonly now: Date },
): Promise<readonly UnitRecord[]> {
  const { directory, municipality } = source;
  const { since, sameMapping, now } = options;
  const units = new Map<string, UnitRecord>();
  const marks = await readMarks(session, directory);
  const reading: Reading = { directory, municipality, marks, parents: new ParentNames(), now };
  const knownHash = (key: string) =>
    sameMapping ? (plan.known.people.get(key)?.hash ?? null) : null;
  let staging: Promise<void> = Promise.resolve();
  try {
    for (let search = 0; search <= directory.others.length; search += 1)
      for await (const page of session.people(search, since)) {
        const writes: PersonWrite[] = [];
        const rises: Rise[] = [];
        for (const [at, entry] of page.entries()) {
          // Operators' answers go out meanwhile, and so does what is being staged.
          if (at % entriesAtOnce === 0) await setImmediate();
          const incoming = incomingFrom(entry, search, reading, knownHash);
          for (const unit of incoming.units) units.set(unit.dn, unit);
          const { write, rise } = plan.add(incoming);
          if (write) writes.push(write);
          if (rise) rises.push(rise);
        }
        // One page is staged while the next one is read.
        await staging;
        if (rises.length > 0) await outlet.raise(rises);
        staging = writes.length > 0 ? outlet.stage(writes) : Promise.resolve();
        staging.catch(() => undefined);
        outlet.progress(plan.seen);
      }
  } finally {
    await staging;
  }
  // After the people: a unit that is made or renamed meanwhile is there for whoever was read in it, and
  // whoever was read under its old name has another one at the next run. The other way round people
  // would be without a unit for as long as nothing else of them changes.
  for await (const page of session.units(since))
    for (const entry of page) {
      const unit = entryToUnit(entry, directory.attributes.unitName);
      if (unit) units.set(unit.dn, unit);
    }
  // One that moved while it was read comes from both places; the place that it came from last is its own.
  return [...new Map([...units.values()].map((unit) => [unit.key ?? unit.dn, unit])).values()];
}
