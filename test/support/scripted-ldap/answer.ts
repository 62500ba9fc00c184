import { ProtocolOperation } from 'ldapts';
import {
  entryMessage,
  message,
  resultMessage,
  writeResult,
  type LdapResult,
} from '../../../src/demo/ldap-server/ldap-response.js';
import type { LdifEntry } from '../../../src/demo/ldif.js';

/** How an operation ends; with any code there is, unlike the demonstration's server. */
export type Result = {
  readonly code: number;
  readonly message?: string;
  readonly matchedDn?: string;
  /** Addresses of other servers; they take the paging control's place. */
  readonly referrals?: readonly string[];
};

/** What a request is answered with. A bind's answer has nothing but its result. */
export type Answer = {
  readonly entries: readonly LdifEntry[];
  /** Each search reference's addresses. */
  readonly references: readonly (readonly string[])[];
  readonly result: Result;
  /** Empty at the last page; null leaves the paging control out. */
  readonly cookie: Buffer | null;
};

/** What an honest server answers, and what a behaviour may need to answer something else. */
export type UsualAnswer = Answer & {
  /** The same entries, also with the attributes that nobody asked for. */
  readonly wholeEntries: readonly LdifEntry[];
  /** Null when no paging was asked for. */
  readonly cookies: {
    /** Brings this page once more. */
    readonly again: Buffer;
    /** Goes on where the search is, and is the same at every page. */
    readonly steady: Buffer;
  } | null;
};

/** The answer to a request that finds nothing. */
export function onlyResult(result: Result, cookie: Buffer | null = null): UsualAnswer {
  return { entries: [], references: [], result, cookie, wholeEntries: [], cookies: null };
}

const referralTag = 0xa3;

/** The messages of an answer: entries, search references and, last, the result. */
export function encode(messageId: number, tag: number, answer: Answer): readonly Buffer[] {
  const { entries, references, result } = answer;
  return [
    ...entries.map((entry) => entryMessage(messageId, entry.dn, [...entry.attributes])),
    ...references.map((addresses) =>
      message(messageId, (writer) => {
        writer.startSequence(ProtocolOperation.LDAP_RES_SEARCH_REF);
        writer.writeStringArray([...addresses]);
        writer.endSequence();
      }),
    ),
    result.referrals === undefined
      ? resultMessage(messageId, tag, ofAnyCode(result), answer.cookie)
      : referralMessage(messageId, tag, result, result.referrals),
  ];
}

function referralMessage(
  messageId: number,
  tag: number,
  result: Result,
  referrals: readonly string[],
): Buffer {
  return message(messageId, (writer) => {
    writer.startSequence(tag);
    writeResult(writer, ofAnyCode(result));
    writer.startSequence(referralTag);
    writer.writeStringArray([...referrals]);
    writer.endSequence();
    writer.endSequence();
  });
}

/** The demonstration's type lists the codes that its server gives; its codec writes any. */
function ofAnyCode(result: Result): LdapResult {
  return result as LdapResult;
}
