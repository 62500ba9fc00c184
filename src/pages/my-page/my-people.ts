/** Whether one leads or answers for anybody. */
export const myDuties = /* GraphQL */ `
  query MyDuties {
    viewer {
      units {
        id
      }
      responsibleFor(first: 1) {
        edges {
          node {
            id
          }
        }
      }
    }
  }
`;

/** Whom one leads or answers for, and what is said of each now. */
export const myPeople = /* GraphQL */ `
  query MyPeople($after: String) {
    viewer {
      responsibleFor(first: 20, after: $after) {
        edges {
          node {
            ... on Person {
              id
              displayName
              title
              unit {
                id
                name
              }
              reachability {
                verdict
                reason
                backAt
                backAtPrecision
                answeredBy {
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
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;
