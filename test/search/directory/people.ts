import type { DirectoryNumber } from '../../../src/staff/directory-record.js';
import { cell, tableOf, type Row } from '../table.js';
import { Chance } from './chance.js';
import { placeNames, places, type Place, type StaffEntry, type UnitEntry } from './facts.js';
import { latin } from './latin.js';
import { drawName, type InventedName } from './names.js';
import { capitalNumber, extensionAlone, fixedNumber, mobileNumber } from './numbers.js';
import { titlesOf } from './titles.js';
import { isIn, keyOf, units } from './units.js';

/** Who somebody is, before there are numbers and addresses. */
type Post = InventedName & { readonly unit: UnitEntry; readonly title: string };

const landmarks = tableOf('directory/landmarks.csv');
/** So that whoever is placed by hand shares the name with nobody. */
const taken = new Set(landmarks.map((row) => `${cell(row, 'given')} ${cell(row, 'family')}`));

/** Everybody: in each municipality those placed by hand, then who leads each unit, then the others. */
export const people: readonly StaffEntry[] = placeNames.flatMap((place) => {
  const slugs = new Set<string>();
  const posts = postsOf(place);
  const elected = posts.filter(({ unit }) => unit.kind === 'politik');
  return posts.map((post, index) => {
    const numbers = numbersOf(place, index, elected.indexOf(post));
    return { ...entryOf(place, post, index, slugs), numbers };
  });
});

function postsOf(place: Place): readonly Post[] {
  const here = units.filter((unit) => unit.place === place);
  const placed = landmarks.filter((row) => isIn(place, cell(row, 'where'))).map(placedAt(here));
  const led = (unit: UnitEntry) =>
    placed.some((post) => post.unit === unit && post.title === titlesOf(unit.kind).head);
  const heads = here
    .filter((unit) => !led(unit))
    .map((unit) => ({ ...nameFor(unit.key), unit, title: titlesOf(unit.kind).head }));
  const others = Array.from({ length: places[place].people - placed.length - heads.length });
  const weighted = here.map((unit) => ({ value: unit, weight: unit.weight }));
  return [
    ...placed,
    ...heads,
    ...others.map((_, index) => {
      const chance = new Chance(`post ${place} ${index}`);
      const unit = chance.one(weighted);
      const title = chance.one(titlesOf(unit.kind).others);
      return { ...nameFor(`${place} ${index}`), unit, title };
    }),
  ];
}

function placedAt(here: readonly UnitEntry[]) {
  return (row: Row): Post => {
    const unit = here.find(({ key, place }) => key === keyOf(place, cell(row, 'unit')));
    if (unit === undefined) throw new Error(`There is no ${cell(row, 'unit')} there.`);
    return {
      given: cell(row, 'given'),
      family: cell(row, 'family'),
      title: cell(row, 'title'),
      unit,
    };
  };
}

function nameFor(tag: string): InventedName {
  const chance = new Chance(`name ${tag}`);
  for (;;) {
    const name = drawName(chance);
    if (!taken.has(`${name.given} ${name.family}`)) return name;
  }
}

function entryOf(
  place: Place,
  post: Post,
  index: number,
  slugs: Set<string>,
): Omit<StaffEntry, 'numbers'> {
  const { given, family, unit, title } = post;
  const wanted = `${latin(given)}.${latin(family)}`;
  let slug = wanted;
  for (let more = 2; slugs.has(slug); more += 1) slug = `${wanted}${more}`;
  slugs.add(slug);
  return {
    key: keyOf(place, slug),
    place,
    kind: unit.kind === 'politik' ? 'ELECTED_REPRESENTATIVE' : 'EMPLOYEE',
    displayName: `${given} ${family}`,
    givenName: given,
    familyName: family,
    title,
    unit: unit.key,
    email: `${slug}@${place}.test`,
    employeeId: String(places[place].firstEmployeeId + index),
  };
}

/** Who is placed by hand has every number; of the others eight in ten a direct one, and one a short one alone. */
function numbersOf(place: Place, index: number, elected: number): readonly DirectoryNumber[] {
  const placed = landmarks.filter((row) => isIn(place, cell(row, 'where'))).length;
  const before = landmarks.filter((row) => cell(row, 'where') < places[place].letter).length;
  const extension = places[place].firstExtension + index;
  const direct = fixedNumber(place, extension, 'DIRECT');
  if (index < placed) return [direct, ...mobileNumber(before + index)];
  if (elected >= 0 && place === 'hallsberg') return [capitalNumber(elected)];
  const chance = new Chance(`numbers ${place} ${index}`).next();
  if (chance >= 0.9) return [];
  if (chance >= 0.8) return [extensionAlone(extension)];
  return [direct];
}
