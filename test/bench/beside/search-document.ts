/** A page of hits as an operator's client asks for it: name, title, mail, numbers and unit. */
export const searchDocument = `query ($query: String!) { searchDirectory(query: $query, first: 20) {
  edges { node { __typename id displayName
    ... on DirectoryEntry { numbers { kind e164 extension } } ... on Person { title email unit { id name } } } } } }`;
