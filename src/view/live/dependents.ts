import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DependentsStore } from '../../store/dependents.store.js';
import type { Moved } from '../../store/positions.store.js';
import type { Stream } from './stream.js';

/** Finds whom a change is a change of too: those in whose answers the changed have a say. */
@Injectable()
export class Dependents {
  constructor(
    private readonly store: DependentsStore,
    private readonly clock: Clock,
  ) {}

  /** Those who are not among the moved themselves; managers so many one above the other. */
  async of(moved: readonly Moved[], managers: number): Promise<readonly Moved[]> {
    if (moved.length === 0) return [];
    return this.store.undisclosedDependents(moved, managers, this.clock.now());
  }
}

/** How many managers one above the other some streams ask for at most; null when none asks for anybody else. */
export function managersAsked(streams: Iterable<Pick<Stream, 'request'>>): number | null {
  let most: number | null = null;
  for (const { request } of streams)
    if (request.others) most = Math.max(most ?? 0, request.others.managers);
  return most;
}
