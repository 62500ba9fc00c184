import { consoleEntry } from './entry-fields.js';

/** What follows what is typed. */
export const searchHits = /* GraphQL */ `
  query SearchHits($query: String!, $near: String) {
    searchDirectory(query: $query, first: 20, near: $near) {
      edges {
        matchedOn {
          field
        }
        node {
          type: __typename
          id
          displayName
          municipality {
            code
            name
          }
          subjects {
            word
            synonyms
          }
          ...ConsoleEntry
        }
      }
    }
  }
  ${consoleEntry}
`;

/** What a card says beside that; to be sent with `consoleEntry`. */
export const cardOf = /* GraphQL */ `
  query CardOf($id: ID!, $language: Language) {
    node(id: $id) {
      type: __typename
      id
      ...ConsoleEntry
      ... on Person {
        kind
        numbers {
          ...CardNumber
        }
        subjects {
          word
        }
        bestReached {
          weekday
          from
          to
        }
        absences {
          ...CardAbsence
        }
        reachability {
          ...CardReachability
        }
      }
      ... on SharedLine {
        numbers {
          ...CardNumber
        }
        subjects {
          word
        }
        responsible {
          ...CardAnswerer
        }
        reachability {
          ...CardReachability
        }
      }
      ... on Unit {
        displayName
        municipality {
          code
          name
        }
        parent {
          name
        }
        subjects {
          word
        }
        openingHours {
          weekday
          from
          to
        }
        answerGroup {
          ...CardAnswerer
        }
        phoneResponsibles {
          ...CardAnswerer
        }
        manager {
          ...CardAnswerer
        }
      }
    }
  }
  fragment CardNumber on PhoneNumber {
    kind
    e164
    extension
    uri
    mayTellCaller
  }
  fragment CardOther on DirectoryEntry {
    id
    displayName
  }
  fragment CardAnswerer on DirectoryEntry {
    ...CardOther
    reachability {
      canConnect
      connectTo {
        ...CardNumber
      }
    }
    ... on Person {
      title
    }
  }
  fragment CardAbsence on Absence {
    id
    version
    reason
    reasonLabel(language: $language)
    publicReason
    startsAt
    endsAt
    endsAtPrecision
    phoneRings
    note
    cover
    recurrence {
      exceptHolidays
    }
    referral {
      kind
      entry {
        ...CardOther
      }
      unit {
        id
        name
      }
    }
  }
  fragment CardReachability on Reachability {
    freshness
    validUntil
    trace
    messageTo {
      email
      entry {
        ...CardOther
      }
    }
    alternatives {
      rank
      canConnect
      entry {
        ...CardOther
        ... on Person {
          title
        }
      }
      number {
        ...CardNumber
      }
    }
  }
`;

/** How old what each municipality gave is (P7), and what its reasons for absence are called. */
export const municipalitiesNow = /* GraphQL */ `
  query MunicipalitiesNow {
    municipalities {
      code
      name
      lastCompleteSyncAt
      sources {
        name
        kind
        freshness
        lastCompleteAt
        lastReportAt
      }
      absenceReasons {
        reason
        labelSv
        labelEn
        inUse
      }
    }
  }
`;

/** Reports an absence, or changes one. */
export const setAbsence = /* GraphQL */ `
  mutation SetAbsence($input: SetAbsenceInput!) {
    setAbsence(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Whoever was absent is back. */
export const endAbsence = /* GraphQL */ `
  mutation EndAbsence($input: EndAbsenceInput!) {
    endAbsence(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** The numbers of somebody whose numbers are given only to whoever says why. */
export const revealNumbers = /* GraphQL */ `
  mutation RevealNumbers($input: RevealNumbersInput!) {
    revealNumbers(input: $input) {
      numbers {
        kind
        e164
        extension
        uri
        mayTellCaller
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Passes a caller's wish on, for somebody who may not exist. */
export const blindContactRequest = /* GraphQL */ `
  mutation BlindContactRequest($input: BlindContactInput!) {
    blindContactRequest(input: $input) {
      accepted
      userErrors {
        code
        field
        message
      }
    }
  }
`;
