/** What is asked of each entry unless the caller says otherwise: what an operator needs while a caller waits. */
export const defaultFields = /* GraphQL */ `
  fragment SwitchboardEntry on DirectoryEntry {
    __typename
    id
    displayName
    municipality {
      code
      name
    }
    numbers {
      kind
      e164
      extension
      mayTellCaller
    }
    reachability {
      verdict
      canConnect
      connectTo {
        e164
        extension
      }
      reason
      backAt
      backAtPrecision
      answeredBy {
        id
        displayName
      }
      phrase
    }
    ... on Person {
      title
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

/** The query for a page of the directory, with a fragment's fields of each entry. */
export function listDocument(fields: string): string {
  return `
    query Directory($filter: DirectoryFilter, $first: Int!, $after: String) {
      directory(filter: $filter, first: $first, after: $after) {
        eventCursor
        pageInfo { hasNextPage endCursor }
        edges { node { id ...${fragmentName(fields)} } }
      }
    }
    ${fields}`;
}

/** The subscription to what changes after a position, with the same fields. */
export function watchDocument(fields: string): string {
  return `
    subscription DirectoryChanged($filter: WatchFilter, $after: EventCursor) {
      directoryChanged(filter: $filter, after: $after) {
        kind: __typename
        ... on EntryChanged { cursor entry { id ...${fragmentName(fields)} } }
        ... on EntryGone { cursor id }
        ... on Bookmark { cursor at }
        ... on ResyncRequired { cause }
      }
    }
    ${fields}`;
}

function fragmentName(fields: string): string {
  const name = /^\s*fragment\s+(\w+)\s+on\s+DirectoryEntry\b/.exec(fields)?.[1];
  if (name === undefined)
    throw new TypeError('The fields have to begin with a fragment on DirectoryEntry.');
  return name;
}
