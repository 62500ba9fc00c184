/**
 * Reads into a JSON answer: "person.numbers.*.e164" gives the list of numbers, "person.title" a value,
 * and undefined where the path leads nowhere.
 */
export function at(value: unknown, path: string): unknown {
  const [step = '', ...rest] = path.split('.');
  if (path === '') return value;
  const further = rest.join('.');
  if (step === '*') return Array.isArray(value) ? value.map((one) => at(one, further)) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return at((value as Record<string, unknown>)[step], further);
}

/** The same, where texts are expected. Throws when there is no list of them. */
export function textsAt(value: unknown, path: string): readonly string[] {
  const found = at(value, path);
  if (!Array.isArray(found) || found.some((one) => typeof one !== 'string'))
    throw new Error(`No texts at ${path}.`);
  return found as string[];
}

/** The same, where one text is expected. Throws when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  if (typeof found !== 'string') throw new Error(`No text at ${path}.`);
  return found;
}
