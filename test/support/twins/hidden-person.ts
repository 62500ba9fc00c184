/** The person in whom alone the worlds differ: of Hallsberg, with everything that somebody can be to others. */
export const rut = {
  displayName: 'Rut Sandahl',
  givenName: 'Rut',
  familyName: 'Sandahl',
  title: 'Samordnare',
  email: 'rut.sandahl@hallsberg.test',
  employeeId: '49990',
  unit: 'Hemtjänst Norr',
  direct: '+46582007741',
  /** With an extension of its own, so that a search finds the tail in two ways. */
  extension: '7741',
  /** From the directory. */
  mobile: '+46701740690',
  /** Added by a technician. */
  added: '+46582009941',
};

/** People who share surname, number tail or unit with the person, or whom the person leads or answers for. */
export const others = {
  /** Has the surname, and the last four digits in Kansliet's series. */
  bo: 'bo.sandahl@hallsberg.test',
  /** Has the surname and the tail in another municipality. */
  ylva: 'ylva.sandahl@laxa.test',
  /** Is led by the person, and has the person as stand-in. */
  kim: 'kim.sandelin@hallsberg.test',
  /** Is led by the person, and forwards to the person. */
  ida: 'ida.sand@hallsberg.test',
  /** A shared telephone for which the person is responsible. */
  line: 'norr.gemensam@hallsberg.test',
  /** Is PROTECTED too, in every world, with an alias card: is led by the person, and has the person as stand-in and as named viewer. */
  sten: 'sten.sandell@hallsberg.test',
  /** Have nothing to do with the person. */
  erik: 'erik.bjorkman@hallsberg.test',
  maud: 'maud.tornkvist@hallsberg.test',
  jakob: 'jakob.wester@hallsberg.test',
  sofia: 'sofia.renstrom@hallsberg.test',
  arvid: 'arvid.tell@laxa.test',
};

/** Employee ids of those who sign in. */
export const signingIn = {
  maud: '40115',
  kim: '49992',
  ida: '49993',
  bo: '49991',
  sten: '49995',
  erik: '40102',
  rut: rut.employeeId,
};

const norr = 'ou=Hemtjänst Norr,ou=Hemtjänst,ou=Vård och omsorg,ou=Personal,dc=hallsberg,dc=test';
const kansliet = 'ou=Kansliet,ou=Kommunledning,ou=Personal,dc=hallsberg,dc=test';

function entry(uid: string, below: string, name: string, lines: readonly string[]): string {
  const [given = '', ...family] = name.split(' ');
  return [
    `dn: uid=${uid},${below}`,
    ...['top', 'person', 'organizationalPerson', 'inetOrgPerson'].map(
      (one) => `objectClass: ${one}`,
    ),
    `uid: ${uid}`,
    `cn: ${name}`,
    `givenName: ${given}`,
    `sn: ${family.join(' ')}`,
    `displayName: ${name}`,
    ...lines,
    '',
  ].join('\n');
}

const underRut = `manager: uid=rut.sandahl,${norr}`;

/** The person's own entry; `more` are further lines of it. */
function rutEntry(title: string, more: readonly string[]): string {
  return entry('rut.sandahl', norr, rut.displayName, [
    'entryUUID: 5f3f0a52-5a0c-4b3a-9f0e-6f2b8c1d7e90',
    `title: ${title}`,
    `employeeNumber: ${rut.employeeId}`,
    'employeeType: anställd',
    `mail: ${rut.email}`,
    'telephoneNumber: 0582-00 77 41 ankn 7741',
    'mobile: 070-174 06 90',
    `manager: uid=maud.tornkvist,ou=Hemtjänst,ou=Vård och omsorg,ou=Personal,dc=hallsberg,dc=test`,
    ...more,
  ]);
}

/** Hallsberg's directory with the others, and with the person if an entry is given. */
export function hallsbergWith(text: string, person: string | null): string {
  const entries = [
    ...(person === null ? [] : [person]),
    entry('bo.sandahl', kansliet, 'Bo Sandahl', [
      'entryUUID: 0c5e6d0e-0b43-4d2a-8f15-7a8f6f1f9a91',
      'title: Samordnare',
      'employeeNumber: 49991',
      'employeeType: anställd',
      `mail: ${others.bo}`,
      'telephoneNumber: 0582-00 87 41',
      'mobile: 070-174 06 91',
    ]),
    entry('kim.sandelin', norr, 'Kim Sandelin', [
      'entryUUID: 2d9b1c34-93b5-4a8e-9f3b-1f0f5f4b7a92',
      'title: Undersköterska',
      'employeeNumber: 49992',
      'employeeType: anställd',
      `mail: ${others.kim}`,
      'telephoneNumber: 0582-00 77 42',
      'mobile: 070-174 06 92',
      underRut,
    ]),
    entry('ida.sand', norr, 'Ida Sand', [
      'entryUUID: 3b7a2d45-a4c6-4b9f-8a4c-2a1a6a5c8b93',
      'title: Vårdbiträde',
      'employeeNumber: 49993',
      'employeeType: anställd',
      `mail: ${others.ida}`,
      'telephoneNumber: 0582-00 77 43',
      underRut,
    ]),
    entry('sten.sandell', norr, 'Sten Sandell', [
      'entryUUID: 8a1c4b67-c6e8-4db1-8c6e-4c3c8c7e0d97',
      'title: Undersköterska',
      'employeeNumber: 49995',
      'employeeType: anställd',
      `mail: ${others.sten}`,
      'telephoneNumber: 0582-00 77 45',
      underRut,
    ]),
    entry('norr.gemensam', norr, 'Norrs gemensamma', [
      'entryUUID: 4c8b3e56-b5d7-4ca0-9b5d-3b2b7b6d9c94',
      'employeeNumber: 49994',
      'employeeType: funktion',
      `mail: ${others.line}`,
      'telephoneNumber: 0582-00 77 44',
      underRut,
    ]),
  ];
  return `${text.trimEnd()}\n\n${entries.join('\n')}`;
}

/** The person's entry in the states that a directory may give it. */
export const rutEntries = {
  plain: rutEntry(rut.title, []),
  changed: rutEntry('Biträdande enhetschef', []),
  /** With numbers that are none. */
  faulty: rutEntry(rut.title, ['telephoneNumber: ingen', 'telephoneNumber: inte heller']),
};

/** Laxå's directory with the one of the same surname. */
export function laxaWith(text: string): string {
  const ylva = entry('ylva.sandahl', 'ou=Personal,dc=laxa,dc=test', 'Ylva Sandahl', [
    'entryUUID: 6e0d5a78-d7f9-4ec2-9d7f-5d4d9d8fbe96',
    'title: Samordnare',
    'employeeNumber: 59991',
    'employeeType: anställd',
    `mail: ${others.ylva}`,
    'telephoneNumber: 0584-00 77 41',
    'mobile: 070-174 06 93',
  ]);
  return `${text.trimEnd()}\n\n${ylva}`;
}
