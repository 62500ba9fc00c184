import { PagedResultsControl } from 'ldapts';
import type { PlacedEntry } from './entry-tree.js';

/** The entry without a name that says what a server can do (RFC 4512 section 5.1). */
export function rootDse(tops: readonly string[]): PlacedEntry {
  return {
    dn: '',
    key: '',
    parentKey: '',
    attributes: new Map([
      ['objectClass', bytesOf('top')],
      ['namingContexts', bytesOf(...tops)],
      ['supportedLDAPVersion', bytesOf('3')],
      ['supportedControl', bytesOf(PagedResultsControl.type)],
      ['vendorName', bytesOf('Ett samtal, demonstration')],
    ]),
  };
}

function bytesOf(...texts: readonly string[]): readonly Buffer[] {
  return texts.map((text) => Buffer.from(text));
}
