import type { DirectoryConfig } from '../config/directories-file.js';
import type { ProtectionLevel } from '../kernel/words.js';
import { higherLevel } from '../staff/directory-record.js';
import { normaliseDn } from './distinguished-name.js';
import type { DirectorySession } from './directory-session.js';
import { decode } from './strict-utf8.js';
import { dnOf, valuesOf, type RawEntry } from './raw-entry.js';

/** What marks an entry as confidential: its attributes, the groups that it is in, the unit that it lies in. */
export type Marks = {
  /** The level of an entry, and the names of the marks that it carries. */
  of(entry: RawEntry): { readonly level: ProtectionLevel; readonly marks: readonly string[] };
};

/**
 * Reads the configured groups, and gives the rule for entries. An absent attribute is OPEN; a value
 * that is not configured, or cannot be read, protects. Throws `DirectoryError` when a group cannot be
 * read: nobody may be read without knowing whom to protect.
 */
export async function readMarks(
  session: DirectorySession,
  directory: DirectoryConfig,
): Promise<Marks> {
  const groups: { readonly name: string; level: ProtectionLevel; members: Set<string> }[] = [];
  for (const [at, { dn, level }] of directory.confidentialGroups.entries()) {
    const members = new Set((await session.members(dn)).map(normaliseDn));
    groups.push({ name: `group ${at + 1}`, level, members });
  }
  const units = directory.confidentialUnits.map(({ dn, level }, at) => {
    return { name: `unit ${at + 1}`, level, below: `,${normaliseDn(dn)}` };
  });
  const placed = groups.length + units.length > 0;
  return {
    of(entry) {
      let level: ProtectionLevel = 'OPEN';
      const marks: string[] = [];
      const mark = (name: string, to: ProtectionLevel) => {
        level = higherLevel(level, to);
        if (to !== 'OPEN') marks.push(name);
      };
      for (const attribute of directory.attributes.confidentiality)
        for (const value of valuesOf(entry, attribute))
          mark(`attribute ${attribute}`, levelOfValue(value, directory));
      const dn = placed ? normaliseDn(dnOf(entry)) : '';
      for (const group of groups) if (group.members.has(dn)) mark(group.name, group.level);
      for (const unit of units) if (dn.endsWith(unit.below)) mark(unit.name, unit.level);
      return { level, marks };
    },
  };
}

function levelOfValue(value: Buffer, directory: DirectoryConfig): ProtectionLevel {
  const text = decode(value)?.trim() ?? '';
  const { confidentiality } = directory.values;
  return (Object.hasOwn(confidentiality, text) ? confidentiality[text] : undefined) ?? 'PROTECTED';
}
