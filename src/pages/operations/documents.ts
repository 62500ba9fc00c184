const run = /* GraphQL */ `
  fragment Run on SyncRun {
    id
    municipality {
      code
      name
    }
    source
    kind
    trigger
    status
    startedAt
    finishedAt
    seen
    created
    updated
    disabled
    missing
    removed
    raised
    rejected
    message
  }
`;

/** How everything is doing: asked again and again. */
export const overview = /* GraphQL */ `
  query Overview {
    municipalities {
      code
      name
      sources {
        kind
        name
        lastCompleteAt
        lastReportAt
        freshness
      }
    }
    heldPlans {
      hash
      source
      municipalityCode
      rules
      heldAt
      missing
      disabled
      created
      lostFields
      relinked
      rejected
      samples(first: 6) {
        change
        field
        entry {
          id
          displayName
        }
      }
    }
    syncRuns(first: 20) {
      edges {
        node {
          ...Run
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    apiKeys {
      id
      prefix
      kind
      label
      municipality {
        code
        name
      }
      scopes
      expiresAt
      revokedAt
      lastUsedOn
    }
    grants {
      role
      grantedAt
      municipality {
        name
      }
      person {
        id
        displayName
      }
    }
  }
  ${run}
`;

/** The runs before those that are known. */
export const olderRuns = /* GraphQL */ `
  query OlderRuns($after: String) {
    syncRuns(first: 50, after: $after) {
      edges {
        node {
          ...Run
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${run}
`;

/** What a run could not take. */
export const rejectionsOfRun = /* GraphQL */ `
  query RejectionsOfRun($id: ID!, $first: Int!) {
    node(id: $id) {
      ... on SyncRun {
        rejections(first: $first) {
          key
          field
          code
        }
      }
    }
  }
`;

/** Reads a directory now. */
export const startSync = /* GraphQL */ `
  mutation StartSync($input: StartSyncInput!) {
    startSync(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Lets a held plan be carried out. */
export const approvePlan = /* GraphQL */ `
  mutation ApprovePlan($hash: String!) {
    approvePlan(input: { hash: $hash }) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Lets a source stay as it is. */
export const rejectPlan = /* GraphQL */ `
  mutation RejectPlan($hash: String!) {
    rejectPlan(input: { hash: $hash }) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Makes a key; the answer holds its secret, this once. */
export const createKey = /* GraphQL */ `
  mutation CreateKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Stops a key. */
export const revokeKey = /* GraphQL */ `
  mutation RevokeKey($id: ID!) {
    revokeApiKey(id: $id) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Makes somebody an operator or a technician. */
export const grantRole = /* GraphQL */ `
  mutation GrantRole($input: GrantInput!) {
    grantRole(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;

/** Takes such a role back. */
export const revokeRole = /* GraphQL */ `
  mutation RevokeRole($input: GrantInput!) {
    revokeGrant(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`;
