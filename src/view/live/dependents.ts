import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Cell } from '../../kernel/viewer.js';
import { DependentsStore, type HiddenSeen } from '../../store/dependents.store.js';
import type { Moved } from '../../store/positions.store.js';
import { stepOf } from './step.js';
import type { Stream } from './stream.js';

/** Those in whose answers some changes have a say: to everybody, and to those who see somebody PROTECTED. */
export type DependentsFound = {
  readonly common: readonly Moved[];
  /** By what they see, as `nameOf` writes it. */
  readonly special: ReadonlyMap<string, readonly Moved[]>;
};

/** Which changes are looked at: managers so many one above the other, and who was in sight after a position but is no more. */
export type ChangesAsked = { readonly managers: number; readonly after: number };

export const noDependents: DependentsFound = { common: [], special: new Map() };

type Seeing = Pick<Stream, 'viewer' | 'watched'>;

/**
 * Finds whom a change is a change of too. A change of somebody PROTECTED, and any by way of such a one, is none to whoever
 * does not see that one: to be told of somebody else, of whom nothing new is shown, would tell that there is somebody (P21).
 */
@Injectable()
export class Dependents {
  constructor(
    private readonly store: DependentsStore,
    private readonly clock: Clock,
  ) {}

  /** Those who are not among the moved themselves, for all of some streams. */
  async of(
    moved: readonly Moved[],
    { managers, after }: ChangesAsked,
    streams: Iterable<Seeing>,
  ): Promise<DependentsFound> {
    if (moved.length === 0) return noDependents;
    const asked = { managers, now: this.clock.now() };
    const find = async (seen: HiddenSeen) => {
      const told = moved.filter((one) => isTold(one, after, seen));
      return told.length === 0 ? [] : this.store.undisclosedDependents(told, asked, seen);
    };
    const special = new Map<string, readonly Moved[]>();
    for (const stream of streams) {
      const seen = hiddenSeenBy(stream);
      const name = seen && nameOf(seen);
      if (seen && name !== null && !special.has(name)) special.set(name, await find(seen));
    }
    return { common: await find({ cells: [], known: [] }), special };
  }
}

/** Those of them that a stream is told of. */
export function dependentsFor(
  { common, special }: DependentsFound,
  stream: Seeing,
): readonly Moved[] {
  const seen = hiddenSeenBy(stream);
  return (seen && special.get(nameOf(seen))) ?? common;
}

/** How many managers one above the other some streams ask for at most; null when none asks for anybody else. */
export function managersAsked(streams: Iterable<Pick<Stream, 'request'>>): number | null {
  let most: number | null = null;
  for (const { request } of streams)
    if (request.others) most = Math.max(most ?? 0, request.others.managers);
  return most;
}

/** Null for whoever sees nobody PROTECTED but oneself, whom one's class does not see with others either. */
function hiddenSeenBy({ viewer, watched }: Seeing): HiddenSeen | null {
  const cells = [...watched.cells].filter(isHidden);
  const known = [...viewer.named];
  return cells.length + known.length === 0 ? null : { cells, known };
}

function nameOf({ cells, known }: HiddenSeen): string {
  return [...cells, ...known].toSorted().join();
}

function isTold(moved: Moved, after: number, { cells, known }: HiddenSeen): boolean {
  const isSeen = (cell: string) =>
    cell !== 'NONE' && (!isHidden(cell) || cells.some((one) => one === cell));
  const sight = { cells: { has: isSeen }, known: new Set<string>(known) };
  return stepOf(moved, after, { ...sight, municipalities: null, entries: null }) !== null;
}

function isHidden(cell: string): cell is Cell {
  return cell.startsWith('PROTECTED:');
}
