/** An entry as it came over the wire. Attribute names are in lower case, options such as `;lang-sv` cut off. */
export type RawEntry = {
  readonly dn: string;
  readonly attributes: ReadonlyMap<string, readonly Buffer[]>;
};

/** The values of an attribute, whatever the case of its name; empty when it is absent. */
export function valuesOf(entry: RawEntry, attribute: string): readonly Buffer[] {
  return entry.attributes.get(attribute.toLowerCase()) ?? [];
}
