import type { SourceKey } from '../store/directory.store.js';
import type { Source } from './read-source.js';

/** What the store knows a source by. */
export function keyOf({ directory, municipality }: Source): SourceKey {
  return { id: directory.id, municipality: municipality.code };
}
