import type { EntryView } from '../../src/view/person-view.js';

/**
 * Every field of a view that is no function of its arguments, by its name: they are made when they are asked for, so that
 * a spread would have none of them. Throws when it finds hardly any.
 */
export function everyField(view: EntryView): Readonly<Record<string, unknown>> {
  const made = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(view) as object);
  const names = Object.keys(made).filter((name) => made[name] && 'get' in made[name]);
  if (names.length < 15) throw new Error(`A view with the fields ${names.join(', ')} alone.`);
  return Object.fromEntries(
    ['id', ...names].map((name): [string, unknown] => [name, Reflect.get(view, name)]),
  );
}
