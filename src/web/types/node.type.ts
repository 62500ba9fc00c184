import { Field, ID, InterfaceType } from '@nestjs/graphql';
import type { NodeView } from '../../view/nodes.view.js';

/** Which GraphQL type a view is; the views have no field in common that says so. */
export function typeNameOf(view: NodeView): string {
  if ('displayName' in view) return view.type;
  if ('code' in view) return 'Municipality';
  if ('prefix' in view) return 'ApiKey';
  if ('trigger' in view) return 'SyncRun';
  if ('condition' in view) return 'Forwarding';
  return 'publicReason' in view ? 'Absence' : 'Unit';
}

@InterfaceType('Node', {
  description: 'An object with a global id.',
  resolveType: typeNameOf,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Global id: opaque, unguessable, and of one type.' })
  id!: string;
}
