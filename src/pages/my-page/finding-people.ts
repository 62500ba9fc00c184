/** Colleagues by whatever one types of them. */
export const colleagues = /* GraphQL */ `
  query Colleagues($query: String!, $near: String) {
    searchDirectory(query: $query, near: $near, first: 8) {
      edges {
        node {
          type: __typename
          id
          displayName
          municipality {
            name
          }
          ... on Person {
            title
            unit {
              name
            }
          }
        }
      }
    }
  }
`;
