/** The root of the tree in which something was found, or why it was not and what would help. */
export type Ensured =
  | { readonly root: string; readonly missing?: never }
  | { readonly missing: string; readonly remedy: string };

/** Finds or gets an OpenLDAP server for tests; see install.mjs. */
export function ensureOpenLdap(dataDirectory: string): Ensured;

/** Finds or gets ldapsearch; see install.mjs. */
export function ensureLdapSearch(dataDirectory: string): Ensured;

/** The variables with which an unpacked server finds its libraries; none for the system's own. */
export function serverEnvironment(root: string): Readonly<Record<string, string>>;

/** The server's program below a root; null when it is not there. */
export function serverProgram(root: string): string | null;

/** ldapsearch below a root; null when it is not there. */
export function searchProgram(root: string): string | null;
