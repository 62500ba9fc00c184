import type { DirectoryConfig } from '../config/directories-file.js';
import { openDirectory } from '../ldap/directory-reader.js';
import { entryToUnit } from '../ldap/entry-to-unit.js';
import { mappingVersion } from '../ldap/source-hash.js';
import type { Municipality } from '../staff/municipality.js';
import type { Rejection, UnitRecord } from '../staff/directory-record.js';
import { incomingFrom } from './incoming.js';
import type { Incoming, Known } from './plan.js';

/** One LDAP source, with what is needed to read it. */
export type Source = {
  readonly municipality: Municipality;
  readonly directory: DirectoryConfig;
  readonly password: string;
};

/** What has come from a source so far. It grows while the source is read, so that an unfinished read leaves what it had. */
export type Gathered = {
  readonly units: UnitRecord[];
  readonly people: Incoming[];
  readonly rejections: Rejection[];
};

/** Reads a source to its end. Throws when it cannot be: what came until then is in `into`. */
export async function readSource(
  source: Source,
  known: Known,
  into: Gathered,
  now: Date,
): Promise<void> {
  const { directory, municipality } = source;
  const version = mappingVersion(directory, municipality);
  const mapping = { directory, municipality, mappingVersion: version };
  const keys = new Set<string>();
  const session = await openDirectory(directory, source.password);
  try {
    for await (const page of session.units())
      for (const entry of page) {
        const unit = entryToUnit(entry, directory.attributes.unitName);
        if (unit) into.units.push(unit);
      }
    for await (const page of session.people())
      for (const entry of page) {
        const { incoming, rejections } = incomingFrom(entry, mapping, known, now);
        into.rejections.push(...rejections);
        if (incoming === null) continue;
        if (keys.has(incoming.key))
          into.rejections.push({ key: incoming.key, field: null, code: 'DUPLICATE_KEY' });
        else into.people.push(incoming);
        keys.add(incoming.key);
      }
  } finally {
    await session.close();
  }
}
