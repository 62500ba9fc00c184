import type { Viewer } from '../kernel/viewer.js';

/** Whose a token is, and whether it has expired by now. */
export type KnownIdentity = { readonly viewer: Viewer; readonly expired: () => boolean };
