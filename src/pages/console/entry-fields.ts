/** What the console keeps of everybody, and asks of a hit: enough to say what to do with the call. */
export const consoleEntry = /* GraphQL */ `
  fragment ConsoleEntry on DirectoryEntry {
    type: __typename
    id
    displayName
    municipality {
      code
      name
    }
    reachability {
      verdict
      reason
      backAt
      backAtPrecision
      phrase
      connectTo {
        kind
        e164
        extension
        uri
        mayTellCaller
      }
      answeredBy {
        id
        displayName
      }
    }
    ... on Person {
      title
      leftAt
      unit {
        id
        name
      }
    }
    ... on SharedLine {
      unit {
        id
        name
      }
    }
  }
`;
