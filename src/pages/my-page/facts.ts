import { ask } from '../ask/ask.js';
import type { Language } from '../words/words.js';
import { factsOf, findings as findingsDocument } from './documents.js';
import type { FactsQuery, FindingsQuery } from './schema-types.js';

/** All that is shown of one person. */
export type Facts = Extract<
  NonNullable<FactsQuery['node']>,
  { readonly id: string; readonly displayName: string }
>;
/** What the policy asks for and is not so. */
export type Finding = NonNullable<FindingsQuery['policyFindings']>['edges'][number]['node'];

/** What is read at a time of coming absences; the API takes 92 days. */
const days = 91;

/** Reads all that is shown of a person; null for nobody. Half a year of absences, in two parts. */
export async function readFacts(
  token: string,
  id: string,
  language: Language,
): Promise<Facts | null> {
  const ahead = (times: number) => new Date(Date.now() + times * days * 86_400_000).toISOString();
  const variables = {
    id,
    language: language === 'sv' ? 'SV' : 'EN',
    until: ahead(1),
    later: ahead(2),
  };
  const { node } = await ask<FactsQuery>(token, factsOf, variables);
  return node !== null && 'displayName' in node ? (node as Facts) : null;
}

/** Reads all findings that are told, over all pages. */
export async function readFindings(token: string): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  let after: string | null = null;
  do {
    const { policyFindings }: FindingsQuery = await ask<FindingsQuery>(token, findingsDocument, {
      after,
    });
    if (policyFindings === null) break;
    all.push(...policyFindings.edges.map(({ node }) => node));
    after = policyFindings.pageInfo.hasNextPage ? policyFindings.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
