import { noRelations, type Viewer } from '../kernel/viewer.js';
import { audiencesOf } from './audience.js';
import type { Subject } from './subject.js';

/** Viewers who are shown the same of everybody to whom none of them is anything in particular. */
export type StreamClass = {
  /** Equal for viewers of the same class. */
  readonly key: string;
  /** As whom an entry is read for all of them. */
  readonly viewer: Viewer;
  /** What is read for them is recorded. */
  readonly recorded: boolean;
};

/** The class of a viewer. An officer is a class alone: what officers read of PROTECTED people is recorded by who read it. */
export function streamClassOf(viewer: Viewer): StreamClass {
  const { municipality } = viewer;
  const [roles, scopes] = [viewer.roles.toSorted(), viewer.scopes.toSorted()];
  if (roles.includes('OFFICER'))
    return {
      key: JSON.stringify([roles, municipality, scopes, viewer.actor]),
      viewer,
      recorded: true,
    };
  const anybody = { roles, municipality, scopes, personId: null, actor: 'stream', ...noRelations };
  return { key: JSON.stringify([roles, municipality, scopes]), viewer: anybody, recorded: false };
}

/** Whether there may be an entry to which the viewer is more than the class is. */
export function isSomebody({ personId, managed, answeredFor, named }: Viewer): boolean {
  return personId !== null || managed.size + answeredFor.size + named.size > 0;
}

/**
 * Whether an entry may show the viewer more than the class, so that it is read for this viewer alone: the viewer is
 * more to that entry, or is named for somebody PROTECTED, who may be manager or stand-in of any.
 */
export function standsApart(viewer: Viewer, { viewer: anybody }: StreamClass, entry: Subject) {
  if (viewer.named.size > anybody.named.size) return true;
  return audiencesOf(viewer, entry).length !== audiencesOf(anybody, entry).length;
}
