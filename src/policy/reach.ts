import type { Cell, MobileCell, Reach, Viewer } from '../kernel/viewer.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import { numberAudiences, protectionLevels } from '../kernel/words.js';
import { audiencesOf } from './audience.js';
import { anybodyIn } from './subject.js';
import { disclosure, existence, existenceOfLeavers, mobileRules } from './disclosure.js';
import { allows, type Rule } from './rule.js';

/** The end of the cell of somebody who has left. */
const left = ':LEFT';

type Cells = (rule: Rule) => readonly Cell[];

/**
 * The rows that exist for a viewer, and by which facts they may be found, as plain lists for the
 * store's SQL. It comes from the same table as the fields: what a viewer may not see, the viewer
 * cannot find anybody by either.
 */
export function reachOf(viewer: Viewer, municipalities: readonly MunicipalityCode[]): Reach {
  const cells = cellsFor(viewer, municipalities);
  return {
    people: [
      ...cells(existence),
      ...cells(existenceOfLeavers).map((cell): Cell => `${cell}${left}`),
    ],
    known: [...(viewer.personId === null ? [] : [viewer.personId]), ...viewer.named],
    findByEmail: cells(disclosure['Person.email']),
    findByEmployeeId: cells(disclosure['Person.employeeId']),
    findByDirect: cells(disclosure['Person.numbers']),
    findByMobile: numberAudiences.flatMap((audience) =>
      cells(mobileRules[audience]).map((cell): MobileCell => `${audience}:${cell}`),
    ),
  };
}

/** The rows that may stand in a list of everybody: who has left is for looking up, one at a time. */
export function listReachOf(viewer: Viewer, municipalities: readonly MunicipalityCode[]): Reach {
  const reach = reachOf(viewer, municipalities);
  return { ...reach, people: reach.people.filter((cell) => !cell.endsWith(left)) };
}

function cellsFor(viewer: Viewer, municipalities: readonly MunicipalityCode[]): Cells {
  const places = municipalities.map((code) => ({
    code,
    audiences: audiencesOf(viewer, anybodyIn(code)),
  }));
  return (rule) =>
    places.flatMap(({ code, audiences }) =>
      protectionLevels
        .filter((level) => allows(rule, level, audiences))
        .map((level): Cell => `${level}:${code}`),
    );
}
