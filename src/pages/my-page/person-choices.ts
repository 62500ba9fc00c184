import { setBestReached, setStandIns, setSubjectWords } from './documents.js';
import type { WeeklyHours } from './hours-section.js';
import type { ChosenPeople } from './people-section.js';
import type { OfPerson } from './shown.js';
import type { SubjectWords } from './subjects-section.js';

/** Who usually answers instead, the first first. */
export function standInsOf({ said, person }: OfPerson): ChosenPeople {
  const { id, version: expectedVersion, standIns: people, municipality } = person;
  return {
    title: said.standInsTitle,
    hint: said.standInsHint,
    nobody: said.noStandIns,
    add: said.addStandIn,
    people,
    most: 3,
    ordered: true,
    near: municipality.code,
    change: (standInIds) => ({
      document: setStandIns,
      input: { person: { id }, standInIds, expectedVersion },
    }),
  };
}

/**
 * When somebody is best reached (träffas säkrast, P8). The API tells nobody of times that no department has decided
 * to show; that there are some, only a finding says.
 */
export function bestReachedOf({ said, person }: OfPerson, undecided: boolean): WeeklyHours {
  const { id, version: expectedVersion, bestReached: windows } = person;
  return {
    title: said.bestTitle,
    hint: said.bestHint,
    none: said.noBest,
    unseen: undecided ? said.unseenBest : null,
    windows,
    change: (to) => ({
      document: setBestReached,
      input: { person: { id }, windows: to, expectedVersion },
    }),
  };
}

/** By which words callers ask for what somebody handles. */
export function personSubjectsOf({ said, person, own }: OfPerson): SubjectWords {
  const { id, version: expectedVersion, subjects } = person;
  return {
    title: said.subjectsTitle,
    hint: own ? said.subjectsHint : said.subjectsHintOf(person.displayName),
    subjects,
    change: (to) => ({
      document: setSubjectWords,
      input: { holder: { entryId: id }, subjects: to, expectedVersion },
    }),
  };
}
