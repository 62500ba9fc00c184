import { InterfaceType } from '@nestjs/graphql';
import type { EntryView } from '../../view/person-view.js';
import { NodeType } from './node.type.js';
import { SearchHitType } from './search-hit.type.js';

@InterfaceType('DirectoryEntry', {
  implements: () => [NodeType, SearchHitType],
  description: 'Anything that a call can be put to.',
  resolveType: ({ type }: EntryView) => type,
})
export abstract class DirectoryEntryType extends SearchHitType {}
