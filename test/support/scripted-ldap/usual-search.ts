import {
  selectAttributes,
  valueLookup,
} from '../../../src/demo/ldap-server/attribute-selection.js';
import { matches } from '../../../src/demo/ldap-server/filter-match.js';
import type { LdapRequest, SearchRequest } from '../../../src/demo/ldap-server/ldap-request.js';
import { resultCode } from '../../../src/demo/ldap-server/ldap-response.js';
import type { LdifEntry } from '../../../src/demo/ldif.js';
import { onlyResult, type UsualAnswer } from './answer.js';
import type { PagedSearches, Place } from './paged-searches.js';
import type { Served } from './served.js';

/** Where a search stands: its page, on which connection, and whether somebody is bound there. */
export type Standing = {
  readonly place: Place;
  readonly searches: PagedSearches;
  readonly bound: boolean;
};

const notBound =
  '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563';

/** What an honest server answers to a search, or to the next page of one. */
export function usualPage(
  served: Served,
  request: LdapRequest,
  operation: SearchRequest,
  { place, searches, bound }: Standing,
): UsualAnswer {
  const over = request.page && Buffer.alloc(0);
  if (request.unknownCritical)
    return onlyResult({ code: resultCode.unavailableCriticalExtension }, over);
  if (!bound && served.anonymous === 'nothing')
    return onlyResult({ code: resultCode.success }, over);
  if (!bound) return onlyResult({ code: resultCode.operationsError, message: notBound }, over);
  if (place.offset === null)
    return onlyResult({ code: resultCode.unwillingToPerform, message: 'No such cookie.' }, over);
  const { entries: found, end } = served.directory.find(operation, served.ignoreFilters);
  const page = request.page && searches.page(place.search, place.offset, request.page.size, found);
  const wholeEntries = page?.entries ?? found;
  return {
    entries: wholeEntries.map((entry) => select(entry, operation)),
    references: [],
    result: page && page.cookie.length > 0 ? { code: resultCode.success } : end,
    cookie: page && page.cookie,
    wholeEntries,
    cookies: page && page.cookies,
  };
}

/** What the entry without a name says; everybody may ask. */
export function usualRootDse(rootDse: LdifEntry, operation: SearchRequest): UsualAnswer {
  const found = matches(operation.filter, valueLookup(rootDse)) ? [rootDse] : [];
  return {
    ...onlyResult({ code: resultCode.success }),
    entries: found.map((entry) => select(entry, operation)),
    wholeEntries: found,
  };
}

function select(entry: LdifEntry, { attributes, typesOnly }: SearchRequest): LdifEntry {
  return { dn: entry.dn, attributes: new Map(selectAttributes(entry, attributes, typesOnly)) };
}
