/** Who has signed in, and where. */
export const whoAmI = /* GraphQL */ `
  query WhoAmI {
    viewer {
      roles
      municipalities {
        code
        name
      }
      person {
        id
        displayName
      }
    }
  }
`;
