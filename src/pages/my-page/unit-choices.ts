import { setAnswerGroup, setOpeningHours, setSubjectWords, setUnitDuties } from './documents.js';
import type { WeeklyHours } from './hours-section.js';
import type { ChosenPeople } from './people-section.js';
import type { OfUnit } from './shown.js';
import type { SubjectWords } from './subjects-section.js';

/** Who is telefonansvarig of a unit (P12). Whoever leads it says so; the API refuses others. */
export function phoneResponsiblesOf({ said, unit }: OfUnit): ChosenPeople {
  const { id: unitId, version: expectedVersion, phoneResponsibles: people, municipality } = unit;
  return {
    title: said.responsiblesTitle,
    hint: said.responsiblesHint,
    nobody: said.noResponsibles,
    add: said.addResponsible,
    people,
    most: 20,
    ordered: false,
    near: municipality.code,
    change: (phoneResponsibleIds) => ({
      document: setUnitDuties,
      input: { unitId, phoneResponsibleIds, expectedVersion },
    }),
  };
}

/** Who in a unit answers for each other (svarsgrupp, P9), the first first. */
export function answerGroupOf({ said, unit }: OfUnit): ChosenPeople {
  const { id: unitId, version: expectedVersion, answerGroup: people, municipality } = unit;
  return {
    title: said.groupTitle,
    hint: said.groupHint,
    nobody: said.noGroup,
    add: said.addToGroup,
    people,
    most: 10,
    ordered: true,
    near: municipality.code,
    change: (memberIds) => ({
      document: setAnswerGroup,
      input: { unitId, memberIds, expectedVersion },
    }),
  };
}

/** When a unit answers. */
export function openingHoursOf({ said, unit }: OfUnit): WeeklyHours {
  const { id: unitId, version: expectedVersion, openingHours: windows } = unit;
  return {
    title: said.openingTitle,
    hint: said.openingHint,
    none: said.noOpening,
    unseen: null,
    windows,
    change: (to) => ({
      document: setOpeningHours,
      input: { unitId, windows: to, expectedVersion },
    }),
  };
}

/** By which words callers ask for what a unit handles. */
export function unitSubjectsOf({ said, unit }: OfUnit): SubjectWords {
  const { id: unitId, version: expectedVersion, subjects } = unit;
  return {
    title: said.subjectsTitle,
    hint: said.subjectsHintOf(unit.name),
    subjects,
    change: (to) => ({
      document: setSubjectWords,
      input: { holder: { unitId }, subjects: to, expectedVersion },
    }),
  };
}
