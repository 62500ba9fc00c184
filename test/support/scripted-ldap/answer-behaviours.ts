import type { Answer } from './answer.js';
import type { Behaviour } from './behaviour.js';

const over = (usual: Answer) => usual.cookie && Buffer.alloc(0);

/** Success, and nobody there. */
export const nothing: Behaviour = {
  answer: (usual) => ({
    ...usual,
    entries: [],
    result: { code: 0 },
    cookie: over(usual),
  }),
};

/** No entries on this page, but a cookie: the next page has what this one should have had. */
export const emptyPage: Behaviour = {
  answer: (usual) => ({ ...usual, entries: [], cookie: usual.cookies && usual.cookies.again }),
};

/** This page with a cookie that brings it again; told so for every page, for ever. */
export const samePageAgain: Behaviour = {
  answer: (usual) => ({ ...usual, cookie: usual.cookies && usual.cookies.again }),
};

/** The usual pages with one cookie for all of them, as Samba does. Not a fault. */
export const steadyCookie: Behaviour = {
  answer: (usual) => ({
    ...usual,
    cookie: usual.cookie?.length ? (usual.cookies?.steady ?? null) : usual.cookie,
  }),
};

/** The entries of this page without the paging control, and so without a cookie. */
export const dropPaging: Behaviour = { answer: (usual) => ({ ...usual, cookie: null }) };

/** Every attribute, also those that nobody asked for: the only way to have one called `dn` sent. */
export const everyAttribute: Behaviour = {
  answer: (usual) => ({ ...usual, entries: usual.wholeEntries }),
};

/** A result code, to a search or a bind; `after` entries are sent before it. */
export function refuse(code: number, message = '', after = 0): Behaviour {
  return {
    answer: (usual) => ({
      ...usual,
      entries: usual.entries.slice(0, after),
      result: { code, message },
      cookie: over(usual),
    }),
  };
}

/** A bind refused as Active Directory does; `data` is such as 52e, 533, 701, 773 or 775. */
export function refuseBind(data: string): Behaviour {
  const comment = `AcceptSecurityContext error, data ${data}, v4563`;
  // Its messages end with a NUL.
  return refuse(49, `80090308: LdapErr: DSID-0C0903D9, comment: ${comment}\0`);
}

/** A referral in the place of an answer (result 10). */
export function refer(...addresses: readonly string[]): Behaviour {
  return {
    answer: (usual) => ({
      ...usual,
      entries: [],
      result: { code: 10, referrals: addresses },
      cookie: null,
    }),
  };
}

/** Search references beside the usual entries, one for each address. */
export function withReferences(...addresses: readonly string[]): Behaviour {
  return {
    answer: (usual) => ({ ...usual, references: addresses.map((address) => [address]) }),
  };
}
