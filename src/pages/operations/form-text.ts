/** What a form says in a field, or nothing. */
export function formText(given: FormData, name: string): string {
  const value = given.get(name);
  return typeof value === 'string' ? value : '';
}
