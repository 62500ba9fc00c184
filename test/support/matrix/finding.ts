import type { Subject } from './subjects.js';

/** A way to find somebody: what is asked by something known of the person, and the id that must not come unless it may. */
export type Way = (subject: Subject) => { readonly ask: string; readonly id: string };

const person = (ref: (one: Subject) => string): Way => {
  return (one) => ({ ask: `person(ref: { ${ref(one)} }) { id }`, id: one.id });
};
const search = (query: (one: Subject) => string): Way => {
  const ids = 'edges { node { id } }';
  return (one) => ({
    ask: `searchDirectory(query: "${query(one)}", first: 40) { ${ids} }`,
    id: one.id,
  });
};
const lookup = (number: (one: Subject) => string): Way => {
  return (one) => ({ ask: `lookupNumber(number: "${number(one)}") { entry { id } }`, id: one.id });
};
const node = (id: (one: Subject) => string): Way => {
  return (one) => ({ ask: `node(id: "${id(one)}") { id }`, id: id(one) });
};

const always: Readonly<Record<string, Way>> = {
  'Person.displayName, searchDirectory': search((one) => one.displayName),
  'Person.familyName, searchDirectory': search((one) => one.familyName),
  'Person.title, searchDirectory': search((one) => one.title),
  'Person.unit, searchDirectory': search(() => 'Kansliet'),
  'Person.email, searchDirectory': search((one) => one.email),
  'Person.email, person': person((one) => `email: "${one.email}"`),
  'Person.employeeId, person': person(
    (one) => `employee: { municipalityCode: "1861", employeeId: "${one.employeeId}" }`,
  ),
  'Person.id, node': node((one) => one.id),
  'Person.id, person': person((one) => `id: "${one.id}"`),
  'Person.numbers, direct, searchDirectory': search((one) => one.direct),
  'Person.numbers, end of direct, searchDirectory': search((one) => one.direct.slice(-6)),
  'Person.numbers, direct, lookupNumber': lookup((one) => one.direct),
  'Person.numbers, extension, searchDirectory': search((one) => one.extension),
  'Absence.id, running, node': node((one) => one.running),
  'Absence.id, coming, node': node((one) => one.coming),
  'Forwarding.id, to a person, node': node((one) => one.onBusy),
  'Forwarding.id, to a number, node': node((one) => one.onNoAnswer),
};

const byMobile: Readonly<Record<string, Way>> = {
  searchDirectory: search((one) => one.mobile),
  lookupNumber: lookup((one) => one.mobile),
};

/** The ways by which somebody may be found in a scene, by the line's name after "find by". */
export function waysIn(situation: string): Readonly<Record<string, Way>> {
  if (situation === '') return always;
  if (situation === 'has left') return renamed(always, (name) => `${name}, has left`);
  if (situation === 'shared telephone') return {};
  return renamed(byMobile, (name) => `Person.numbers, ${situation}, ${name}`);
}

function renamed(ways: Readonly<Record<string, Way>>, rename: (name: string) => string) {
  return Object.fromEntries(Object.entries(ways).map(([name, way]) => [rename(name), way]));
}
