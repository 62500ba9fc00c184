// Starts GraphiQL with a key that lives in this page's memory, and nothing of what is asked outlives it.
const { React, ReactDOM, GraphiQL, document } = globalThis;
const root = ReactDOM.createRoot(document.querySelector('#graphiql'));
const kept = new Map();
const storage = {
  get length() {
    return kept.size;
  },
  clear: () => kept.clear(),
  getItem: (name) => kept.get(name) ?? null,
  setItem: (name, value) => void kept.set(name, value),
  removeItem: (name) => void kept.delete(name),
};
const defaultQuery = `# Who am I, and who is there?
{
  viewer { roles costRemaining }
  searchDirectory(query: "anna", first: 5) {
    edges { node { displayName ... on Person { title unit { name } } } }
  }
}
`;
let times = 0;

/** Shows GraphiQL anew, as whoever the key names. */
function show(key) {
  times += 1;
  const fetcher = async (asked) => {
    const response = await globalThis.fetch('graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${key}`,
      },
      body: JSON.stringify(asked),
    });
    return response.json();
  };
  root.render(
    React.createElement(GraphiQL, {
      key: times,
      fetcher,
      storage,
      defaultQuery,
      defaultTheme: 'light',
    }),
  );
}

document.querySelector('#identity').addEventListener('submit', (event) => {
  event.preventDefault();
  show(document.querySelector('#key').value.trim());
});
