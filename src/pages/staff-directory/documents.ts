/** People, functions, shared telephones and units by any words. */
export const searchStaff = /* GraphQL */ `
  query SearchStaff($query: String!, $near: String) {
    searchDirectory(query: $query, near: $near, first: 20) {
      edges {
        node {
          type: __typename
          id
          displayName
          municipality {
            code
            name
          }
          ... on Person {
            title
            unit {
              name
            }
            numbers {
              e164
              extension
              kind
              uri
            }
            currentAbsence {
              endsAt
              endsAtPrecision
              publicReason
            }
          }
          ... on SharedLine {
            unit {
              name
            }
            numbers {
              e164
              extension
              kind
              uri
            }
          }
          ... on Unit {
            parent {
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

/** All that a colleague may know of one entry. */
export const oneEntry = /* GraphQL */ `
  query OneEntry($id: ID!, $language: Language!) {
    node(id: $id) {
      type: __typename
      ... on DirectoryEntry {
        id
        displayName
        municipality {
          name
        }
        numbers {
          e164
          extension
          kind
          uri
        }
        subjects {
          word
        }
      }
      ... on Person {
        title
        email
        unit {
          id
          name
        }
        manager {
          id
          displayName
        }
        presence {
          availability
        }
        currentAbsence {
          endsAt
          endsAtPrecision
          publicReason
          reasonLabel(language: $language)
          phoneRings
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
        bestReached {
          weekday
          from
          to
        }
      }
      ... on SharedLine {
        unit {
          id
          name
        }
        responsible {
          id
          displayName
        }
      }
    }
  }
`;

/** A workplace: who leads it, who answers there and when. */
export const oneUnit = /* GraphQL */ `
  query OneUnit($id: ID!) {
    node(id: $id) {
      type: __typename
      ... on Unit {
        id
        name
        municipality {
          code
          name
          switchboardNumber
        }
        parent {
          id
          name
        }
        openingHours {
          weekday
          from
          to
        }
        manager {
          id
          displayName
          title
        }
        phoneResponsibles {
          id
          displayName
          title
        }
        answerGroup {
          type: __typename
          id
          displayName
          ... on Person {
            title
          }
        }
        subjects {
          word
        }
      }
    }
  }
`;

/** Who works in a unit, and its shared telephones. */
export const peopleOfOneUnit = /* GraphQL */ `
  query PeopleOfUnit($unit: ID!, $after: String) {
    directory(filter: { unitIds: [$unit] }, first: 100, after: $after) {
      edges {
        node {
          type: __typename
          id
          displayName
          ... on Person {
            title
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

/** Whose intranet it is. */
export const ownMunicipality = /* GraphQL */ `
  query OwnMunicipality {
    viewer {
      municipalities {
        code
        name
      }
    }
  }
`;
