/** Finds or gets an OpenLDAP server for tests; see install.mjs. */
export function ensureOpenLdap(
  dataDirectory: string,
): { readonly root: string } | { readonly missing: string; readonly remedy: string };

/** The variables with which an unpacked server finds its libraries; none for the system's own. */
export function serverEnvironment(root: string): Readonly<Record<string, string>>;

/** The server's program below a root; null when it is not there. */
export function serverProgram(root: string): string | null;
