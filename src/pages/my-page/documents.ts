/** All that the page shows of one person: of oneself, or of somebody in one's units. */
export const factsOf = /* GraphQL */ `
  query Facts($id: ID!, $language: Language!, $until: DateTime!, $later: DateTime!) {
    node(id: $id) {
      ... on Person {
        id
        version
        displayName
        title
        email
        employeeId
        protectionLevel
        presentation
        alias
        unit {
          id
          name
          version
          phoneResponsibles {
            displayName
          }
        }
        manager {
          displayName
        }
        municipality {
          code
          name
          lastCompleteSyncAt
          absenceReasons {
            reason
            labelSv
            labelEn
            inUse
          }
        }
        numbers {
          e164
          extension
          kind
          source
          audience
          greeting {
            kind
            namesAlternative
            confirmedAt
          }
        }
        subjects {
          word
          synonyms
        }
        bestReached {
          weekday
          from
          to
        }
        currentAbsence {
          ...Planned
        }
        absences(to: $until) {
          ...Planned
        }
        later: absences(from: $until, to: $later) {
          ...Planned
        }
        standIns {
          id
          displayName
        }
        forwardings {
          id
          version
          active
          condition
          origin
          layer
          noAnswerSeconds
          validUntil
          source
          target {
            kind
            number
            entry {
              displayName
            }
          }
        }
        reachability {
          verdict
          reason
          backAt
          backAtPrecision
          connectTo {
            e164
            extension
            kind
          }
          answeredBy {
            id
            displayName
          }
          alternatives {
            entry {
              displayName
            }
          }
        }
      }
    }
  }
  fragment Planned on Absence {
    id
    version
    startsAt
    endsAt
    endsAtPrecision
    reason
    reasonLabel(language: $language)
    phoneRings
    note
    cover
    source
    recurrence {
      rule
      exceptHolidays
      endsAt
    }
    referral {
      kind
      entry {
        id
        displayName
      }
      unit {
        id
        name
      }
    }
  }
`;

/** What the telephone policy asks for and is not so: of oneself, and of one's units. */
export const findings = /* GraphQL */ `
  query Findings($after: String) {
    policyFindings(first: 100, after: $after) {
      edges {
        node {
          rule
          message
          since
          actsFirst
          person {
            type: __typename
            id
            displayName
            ... on Person {
              unit {
                id
              }
            }
            ... on SharedLine {
              unit {
                id
              }
            }
          }
          unit {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** Who has read the entry, where that is recorded. */
export const readers = /* GraphQL */ `
  query Readers($id: ID!, $after: String) {
    accessLog(personId: $id, first: 20, after: $after) {
      edges {
        node {
          at
          action
          roles
          purpose
          fields
          municipality {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

// How people are found and units are read stands apart, and so does what changes something: all of that is alike.
export { colleagues } from './finding-people.js';
export { myDuties, myPeople } from './my-people.js';
export { myUnits, sharedLine, unitFacts } from './unit-documents.js';
export {
  clearForwarding,
  endAbsence,
  setAbsence,
  setAnswerGroup,
  setBestReached,
  setFaultContact,
  setForwarding,
  setGreeting,
  setMyPresentation,
  setNumbers,
  setOpeningHours,
  setSharedLine,
  setStandIns,
  setSubjectWords,
  setUnitDuties,
} from './change-documents.js';
