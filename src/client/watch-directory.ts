import { addressesOf } from './addresses.js';
import { defaultFields } from './documents.js';
import type { Entry } from './entry-fields.js';
import type { SwitchboardEntryFragment } from './schema-types.js';
import { realSurroundings } from './surroundings.js';
import type { DirectoryWatch, WatchOptions } from './watch-options.js';
import { Watcher } from './watcher.js';

/**
 * Keeps a picture of everybody whom the viewer may see: lists the directory, watches from where the list began, resumes
 * after a break from the last event that it has put into the picture, and lists again when the server says that events were lost.
 * Throws at once when it is called wrongly, and never later.
 */
export function watchDirectory<E extends Entry = SwitchboardEntryFragment>(
  options: WatchOptions<E>,
): DirectoryWatch<E> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const watcher = new Watcher(
    options,
    addressesOf(options.url),
    String(options.fields ?? defaultFields),
    stopping.signal,
    options.surroundings ?? realSurroundings,
  );
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener('abort', stop);
  // After the caller has got hold of the watch, so that its functions may use it.
  const stopped = Promise.resolve()
    .then(() => watcher.run())
    .finally(() => options.signal?.removeEventListener('abort', stop));
  return {
    picture: watcher.picture,
    get state() {
      return watcher.state;
    },
    stop,
    stopped,
  };
}
