import { randomBytesOf } from './seeded-random.js';

export type Flavour = 'ACTIVE_DIRECTORY' | 'OPENLDAP';

/** What is the same for everybody in a generated directory. */
export type Population = {
  readonly seed: number;
  readonly flavour: Flavour;
  readonly domain: string;
  readonly base: string;
  readonly areaCode: string;
  readonly firstMobile: number;
};

const givenNames =
  'Anna Eva Maria Karin Sara Lena Emma Kerstin Marie Malin Åsa Märta Elin Jenny Hanna Anna-Karin Fatima Samira Renée Ylva Lars Mikael Anders Johan Erik Per Karl Peter Jan Thomas Daniel Fredrik Göran Åke Håkan Mohammed Ali Jörgen Nils-Erik Björn'.split(
    ' ',
  );
const familyNames =
  "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindström Åkesson Öberg Sjöö Ståhl Hägg Ängvall Al-Hassan O'Brien Yusuf Lindqvist Bergkvist Holmström Nyström Söderlund Björk Ek Wåhlin Rosén Norén Granath Falk Dahl Sandberg Åström Ekblad".split(
    ' ',
  );
const titles =
  'Undersköterska Lärare Socialsekreterare Handläggare Enhetschef Vårdbiträde Rektor Ekonom Ingenjör Administratör'.split(
    ' ',
  );
const numbersPerArea = 100_000;
const lastArea = 589;
const fictionalMobiles = 95;

/**
 * The lines of one person's record. One in 40 accounts is disabled, one in 200 people RESTRICTED, one
 * in 500 PROTECTED; one in 5 has no direct number. Subscriber numbers begin with 0, as none in use do.
 */
export function personLines(
  population: Population,
  index: number,
  unitDn: string,
  key: string,
): readonly string[] {
  const { seed, flavour, domain, base } = population;
  const dice = randomBytesOf(seed, `dice ${index}`);
  const pick = (from: readonly string[], at: number) =>
    from[dice.readUInt16BE(at) % from.length] ?? '';
  const [given, family, title] = [pick(givenNames, 0), pick(familyNames, 2), pick(titles, 4)];
  const one = (n: number, at: number) => dice.readUInt16BE(at) % n === 0;
  const marker = one(500, 6) ? 'skyddad' : one(200, 8) ? 'sekretess' : null;
  const common = [
    `givenName: ${given}`,
    `sn: ${family}`,
    `displayName: ${given} ${family}`,
    `title: ${title}`,
    `mail: person${index + 1}@${domain}.test`,
    ...(one(5, 10) ? [] : [`telephoneNumber: ${directNumber(population.areaCode, index)}`]),
    ...mobileNumber(index + population.firstMobile).map((number) => `mobile: ${number}`),
    key,
  ];
  const id = 1_000_000 + index;
  const disabled = one(40, 12);
  if (flavour === 'ACTIVE_DIRECTORY') {
    return [
      `dn: CN=${given} ${family} ${index + 1},${unitDn}`,
      'objectClass: top',
      'objectClass: person',
      'objectClass: organizationalPerson',
      'objectClass: user',
      `objectCategory: CN=Person,CN=Schema,CN=Configuration,${base}`,
      `cn: ${given} ${family} ${index + 1}`,
      `sAMAccountName: p${id}`,
      `employeeID: ${id}`,
      `userAccountControl: ${disabled ? 514 : 512}`,
      ...(marker === null ? [] : [`extensionAttribute1: ${marker}`]),
      ...common,
    ];
  }
  return [
    `dn: uid=p${id},${unitDn}`,
    'objectClass: inetOrgPerson',
    ...(disabled ? ['objectClass: shadowAccount', 'shadowExpire: 1'] : []),
    `uid: p${id}`,
    `cn: ${given} ${family}`,
    `employeeNumber: ${id}`,
    'employeeType: anställd',
    ...(marker === null ? [] : [`businessCategory: ${marker}`]),
    ...common,
  ];
}

/** One holder a number: 100,000 numbers of six digits that begin with 0 in each area code. */
function directNumber(areaCode: string, index: number): string {
  const area = Number(areaCode) + Math.floor(index / numbersPerArea);
  if (area > lastArea) throw new RangeError('There are not so many area codes to generate in.');
  const digits = String(index % numbersPerArea).padStart(6, '0');
  return `0${area}-${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4)}`;
}

/** 070-174 06 05 to 06 99, the regulator's numbers for fiction; the rest of the people have none. */
function mobileNumber(index: number): readonly string[] {
  return index < fictionalMobiles ? [`070-174 06 ${String(index + 5).padStart(2, '0')}`] : [];
}
