import { visit, type DocumentNode } from 'graphql';
import type { OthersAsked } from '../../view/live.js';
import { leadToManagers, leadToOthers } from '../cards-read.js';
import { maxDepth } from '../door/document-limits.js';
import { namesField } from '../named-fields.js';

/** What a document asks of others than the entry that an event is about; null for nothing. */
export function othersAsked(document: DocumentNode): OthersAsked | null {
  if (!namesField(document, leadToOthers)) return null;
  let managers = 0;
  visit(document, {
    // Each may stand below each other, by fragments too.
    Field({ name }) {
      if (leadToManagers.includes(name.value)) managers += 1;
    },
  });
  return { managers: Math.min(managers, maxDepth) };
}
