/** All that is kept of a unit; its version is told to those only who may change it. */
const ofUnit = /* GraphQL */ `
  id
  name
  version
  parent {
    id
  }
  municipality {
    code
  }
  phoneResponsibles {
    id
    displayName
  }
  answerGroup {
    id
    displayName
  }
  openingHours {
    weekday
    from
    to
  }
  subjects {
    word
    synonyms
  }
  faultContact {
    entry {
      id
      displayName
    }
    number
    instruction
    unit {
      id
      name
    }
  }
`;

/** A unit. */
export const unitFacts = /* GraphQL */ `
  query UnitFacts($id: ID!) {
    node(id: $id) {
      ... on Unit {
        ${ofUnit}
      }
    }
  }
`;

/** Units that one leads or answers for. */
export const myUnits = /* GraphQL */ `
  query MyUnits {
    viewer {
      units {
        ${ofUnit}
      }
    }
  }
`;

/** A shared telephone, and who is responsible for it. */
export const sharedLine = /* GraphQL */ `
  query SharedLineFacts($id: ID!) {
    node(id: $id) {
      ... on SharedLine {
        id
        version
        displayName
        municipality {
          code
        }
        responsible {
          id
          displayName
        }
      }
    }
  }
`;
