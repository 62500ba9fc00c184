import { cell, tableOf } from '../table.js';
import type { Weighted } from './chance.js';

/** The titles in units of one kind. */
export type Titles = {
  /** Of the one person who leads the unit. */
  readonly head: string;
  readonly others: readonly Weighted<string>[];
};

const byKind: ReadonlyMap<string, Titles> = new Map(
  tableOf('directory/titles.csv').map((row) => [
    cell(row, 'kind'),
    { head: cell(row, 'head'), others: cell(row, 'titles').split(' ').map(weighted) },
  ]),
);

/** Which titles the people of a kind of unit have. */
export function titlesOf(kind: string): Titles {
  const titles = byKind.get(kind);
  if (titles === undefined) throw new Error(`No titles are known of ${kind}.`);
  return titles;
}

/** `Studie-_och_yrkesvägledare:2`, where nothing is said once. */
function weighted(text: string): Weighted<string> {
  const [title = '', weight = '1'] = text.split(':');
  return { value: title.replaceAll('_', ' '), weight: Number(weight) };
}
