import type { Entry } from './entry-fields.js';
import type { DirectoryChangedSubscription, DirectoryQuery } from './schema-types.js';

type Directory = NonNullable<DirectoryQuery['directory']>;
type Told = DirectoryChangedSubscription['directoryChanged'];
type ToldChange = Extract<Told, { readonly kind: 'EntryChanged' }>;

/** A page of the directory, with the fields that were asked for. */
export type Page<E extends Entry> = Omit<Directory, 'edges'> & {
  readonly edges: readonly { readonly node: E }[];
};

/** One step of the stream, with the fields that were asked for. */
export type StreamEvent<E extends Entry> =
  Exclude<Told, ToldChange> | (Omit<ToldChange, 'entry'> & { readonly entry: E });
