import type { Reach } from '../../kernel/viewer.js';
import type { Moved } from '../../store/positions.store.js';
import type { WatchFilter } from '../live.js';

/** Whom a stream is about: what exists for its viewer, and what its client asks for. */
export type Watched = {
  readonly cells: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly municipalities: ReadonlySet<string> | null;
  readonly entries: ReadonlySet<string> | null;
};

/** What steps are decided by: anything that knows what is in it. */
export type Sight = {
  readonly [K in 'cells' | 'known']: Pick<ReadonlySet<string>, 'has'>;
} & Pick<Watched, 'municipalities' | 'entries'>;

/** What a viewer's reach and a client's filter come to. */
export function watchedBy(reach: Reach, filter: WatchFilter): Watched {
  return {
    cells: new Set(reach.people),
    known: new Set(reach.known),
    municipalities: filter.municipalityCodes && new Set(filter.municipalityCodes),
    entries: filter.entryIds && new Set(filter.entryIds),
  };
}

/**
 * What a moved entry is to a stream that has been told everything up to a position: CHANGED while it is in sight;
 * GONE once, if the stream's audience has lost sight of it since; otherwise null, and nothing is told.
 */
export function stepOf(moved: Moved, told: number, watched: Sight): 'CHANGED' | 'GONE' | null {
  if (watched.entries?.has(moved.id) === false) return null;
  if (isSeen(moved.cell, watched)) return 'CHANGED';
  const atWork = moved.cell !== 'NONE' && !placeOf(moved.cell).left;
  if (atWork && watched.known.has(moved.id)) {
    const { municipality } = placeOf(moved.cell);
    return watched.municipalities?.has(municipality) === false ? null : 'CHANGED';
  }
  const lost = Object.entries(moved.leftFrom).some(
    ([cell, position]) => position > told && isSeen(cell, watched),
  );
  return lost ? 'GONE' : null;
}

/** Whether a change of a whole municipality is anything to a stream: it is, unless the client asks for others. */
export function isAsked(municipality: string, { municipalities }: Watched): boolean {
  return municipalities === null || municipalities.has(municipality);
}

function isSeen(cell: string, { cells, municipalities }: Sight): boolean {
  if (!cells.has(cell)) return false;
  return municipalities === null || municipalities.has(placeOf(cell).municipality);
}

/** The municipality of a cell, and whether who is in it has left. */
function placeOf(cell: string): { readonly municipality: string; readonly left: boolean } {
  const [, municipality = '', left] = cell.split(':');
  return { municipality, left: left !== undefined };
}
