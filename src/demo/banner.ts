/** What a newcomer reads when the demonstration is ready. */
export function banner(
  port: string,
  keys: Readonly<Record<string, string>>,
  state: string,
): string {
  const address = `http://127.0.0.1:${port}/graphql`;
  const width = Math.max(...Object.keys(keys).map((name) => name.length));
  const list = Object.entries(keys).map(([name, key]) => `  ${name.padEnd(width)}  ${key}`);
  const query =
    '{"query":"{ searchDirectory(query: \\"anna\\") { edges { node { displayName ... on Person { title unit { name } numbers { kind e164 mayTellCaller } reachability { verdict phrase } } } } } }"}';
  return [
    '',
    'Ett samtal: the embedded demonstration.',
    'DATABASE_URL is not set, so this runs its own PostgreSQL and three LDAP directories with',
    'invented staff of Askersund, Hallsberg and Laxå, on loopback only. Its state is in',
    `${state}; delete that folder to begin again.`,
    '',
    'In a browser (each asks who you are):',
    `  http://127.0.0.1:${port}/telefonist  the operator’s console`,
    `  http://127.0.0.1:${port}/katalog     an intranet page with the staff directory`,
    `  http://127.0.0.1:${port}/min-sida    an employee’s own page`,
    `  http://127.0.0.1:${port}/drift       operations`,
    '',
    `GraphQL:  ${address}`,
    `GraphiQL: http://127.0.0.1:${port}/graphiql (it asks for one of the keys)`,
    '',
    'One key for each kind of client (also in keys.json there):',
    ...list,
    'A token for a person: npm run demo-token -- employee 1861, or officer 1861',
    '',
    'Try, as an operator with a caller on the line:',
    `  curl -s ${address} -H 'content-type: application/json' \\`,
    `    -H 'authorization: Bearer ${keys['operator']}' \\`,
    `    -d '${query}'`,
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n');
}
