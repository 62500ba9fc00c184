import { personLines, type Flavour, type Population } from './ldif-person.js';
import { randomBytesOf, uuidOf } from './seeded-random.js';

/** How many people, of which kind of directory, and the seed that decides everything about them. */
export type LdifGeneratorOptions = {
  readonly people: number;
  readonly seed: number;
  readonly flavour: Flavour;
  /** Such as `hallsberg`: the base is `dc=hallsberg,dc=test` and the mail domain `hallsberg.test`. */
  readonly domain: string;
  /** National, such as `0582`. More than 100,000 people take the next area codes too. */
  readonly areaCode: string;
  /** The regulator has 95 mobile numbers for fiction; the first people get those from this one on. */
  readonly firstMobile?: number;
};

const peoplePerUnit = 40;
const unitsPerDepartment = 12;
const recordsPerPiece = 500;

/**
 * Yields the LDIF of an invented organisation, in pieces of about 500 records: the base, `ou=Personal`,
 * departments with units, and people. The same options give the same bytes, and a larger population
 * begins with the people of a smaller one.
 */
export function* generateLdif(options: LdifGeneratorOptions): Generator<string> {
  const { people, domain, flavour, seed } = options;
  const base = `dc=${domain},dc=test`;
  const key = (tag: string) =>
    flavour === 'ACTIVE_DIRECTORY'
      ? `objectGUID:: ${randomBytesOf(seed, tag).toString('base64')}`
      : `entryUUID: ${uuidOf(seed, tag)}`;
  const unit = (dn: string, name: string) =>
    `dn: ${dn}\nobjectClass: organizationalUnit\nou: ${name}\n${key(dn)}\n\n`;
  const top =
    flavour === 'ACTIVE_DIRECTORY'
      ? `objectClass: domain\nobjectClass: domainDNS\ndc: ${domain}`
      : `objectClass: dcObject\nobjectClass: organization\ndc: ${domain}\no: ${domain}`;
  yield `# Everybody in this text is invented.\nversion: 1\n\ndn: ${base}\n${top}\n${key(base)}\n\n`;
  yield unit(`ou=Personal,${base}`, 'Personal');

  const population: Population = { ...options, base, firstMobile: options.firstMobile ?? 0 };
  let piece: string[] = [];
  let department = '';
  let unitDn = '';
  for (let index = 0; index < people; index += 1) {
    const unitNumber = Math.floor(index / peoplePerUnit);
    if (index % (peoplePerUnit * unitsPerDepartment) === 0) {
      const name = `Förvaltning ${Math.floor(unitNumber / unitsPerDepartment) + 1}`;
      department = `ou=${name},ou=Personal,${base}`;
      piece.push(unit(department, name));
    }
    if (index % peoplePerUnit === 0) {
      const name = `Enhet ${unitNumber + 1}`;
      unitDn = `ou=${name},${department}`;
      piece.push(unit(unitDn, name));
    }
    piece.push(`${personLines(population, index, unitDn, key(`person ${index}`)).join('\n')}\n\n`);
    if (piece.length < recordsPerPiece) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
