import { isDeepStrictEqual } from 'node:util';
import type { Answer, TestApp } from '../app.js';
import { at } from '../json.js';
import { accessLetters, accessLog, questions, recordsOf, toldIn } from './administration.js';
import { allOfPerson, allOfSharedLine, allOfUnit, fieldsOf, keyed } from './answers.js';
import { waysIn } from './finding.js';
import { EntryLetters } from './entry-letters.js';
import { letterOf, numberLetter, type Letter } from './letters.js';
import { Notes, type Who } from './notes.js';
import { alias } from './relations.js';
import type { Subject } from './subjects.js';
import { truthOf, type Truth } from './truth.js';
import type { Viewers } from './viewers.js';
import type { World } from './world.js';

const everything = `... on Person { ${allOfPerson} }`;

/** Asks for everything about everybody as everybody, scene after scene; the last one cannot be taken back. */
export async function measure(app: TestApp, world: World, viewers: Viewers): Promise<Notes> {
  const matrix = new Matrix(app, world);
  const scene = (situation: string, look: (who: Who) => Promise<void>) =>
    everyPair(world, viewers, async (who) => {
      await look(who);
      await matrix.find(who, situation);
    });
  await scene('', async (who) => {
    await matrix.askEveryWay(who);
    await matrix.askForUnit(who);
  });
  await everyPair(world, viewers, (who) => matrix.askToReveal(who));
  await everyPair(world, viewers, (who) => matrix.askForCard(who));
  for (const audience of ['OPERATORS_ONLY', 'OWN_MUNICIPALITY', 'COOPERATION'] as const) {
    await world.mobileAudience(audience);
    await scene(`mobile ${audience}`, (who) => matrix.askForMobile(who, `mobile ${audience}`));
  }
  await world.mobileAudience(null);
  await world.sharedPhones(true);
  await scene('shared telephone', (who) => matrix.askForSharedLine(who));
  await world.sharedPhones(false);
  const since = await world.record();
  await everyPair(world, viewers, (who) => matrix.askForRecords(who, since));
  await world.leave();
  await scene('has left', (who) => matrix.askForLeaver(who));
  return matrix.notes;
}

async function everyPair(world: World, viewers: Viewers, look: (who: Who) => Promise<void>) {
  for (const [viewer, tokenFor] of Object.entries(viewers))
    await Promise.all(
      world.subjects.map((subject) => look({ viewer, subject, token: tokenFor(subject) })),
    );
}

/** One question after the other, and what came of it, as letters. */
class Matrix {
  readonly notes = new Notes();
  readonly #letters: EntryLetters;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.#letters = new EntryLetters(this.notes, world);
  }

  /** By id, by reference, in a list and by number: each must show the same person, or nobody. */
  async askEveryWay(who: Who): Promise<void> {
    const seen = await this.byId(who, everything);
    this.#letters.person(who, seen);
    const byRef = await this.ask(
      who,
      `person(ref: { id: "${who.subject.id}" }) { ${allOfPerson} }`,
    );
    this.compare('person', who, seen, at(byRef.data, 'person') ?? null);
    await this.askInAList(who, seen);
    await this.askByNumber(who, seen);
  }

  async askForMobile(who: Who, situation: string): Promise<void> {
    const seen = await this.byId(who, '... on Person { numbers { kind e164 } }');
    this.#letters.mobile(who, situation, seen);
  }

  async askForSharedLine(who: Who): Promise<void> {
    const seen = await this.byId(who, `... on SharedLine { ${allOfSharedLine} }`);
    this.#letters.sharedLine(who, seen);
  }

  /** A unit of which the subject is both manager and telefonansvarig. */
  async askForUnit(who: Who): Promise<void> {
    const { data } = await this.ask(
      who,
      `node(id: "${who.subject.unit}") { ... on Unit { ${allOfUnit} } }`,
    );
    this.#letters.unit(who, at(data, 'node'));
  }

  async askToReveal(who: Who): Promise<void> {
    const input = `{ personId: "${who.subject.id}", purpose: CONNECT_CALL }`;
    const answer = await this.send(
      who,
      `mutation { revealNumbers(input: ${input}) { numbers { kind e164 } userErrors { code } } }`,
    );
    const revealed = keyed(at(answer.data, 'revealNumbers'));
    for (const kind of ['DIRECT', 'MOBILE'] as const) {
      const letter = numberLetter(kind, revealed, this.truth(who.subject));
      const line = `RevealNumbersPayload.numbers, ${kind.toLowerCase()}`;
      this.notes.letter(line, who, closedIn(answer).size > 0 ? 'x' : letter);
    }
  }

  /** The card of whoever is PROTECTED, which is an entry of its own. */
  async askForCard(who: Who): Promise<void> {
    const { card } = this.world;
    if (who.subject.level !== 'PROTECTED') return;
    const { data } = await this.ask(who, `node(id: "${card.id}") { ${everything} }`);
    this.#letters.card(who, at(data, 'node'));
    for (const [name, words] of [
      ['Person.alias', alias],
      ['Person.displayName', who.subject.displayName],
      ['Person.numbers, direct', who.subject.direct],
    ] as const) {
      const search = `searchDirectory(query: "${words}", first: 40) { edges { node { id } } }`;
      const letter = toldIn(await this.ask(who, search), `"${card.id}"`);
      this.notes.single(`find by ${name}, alias card`, who.viewer, letter);
    }
  }

  /** What is kept of grants, changes and reads, and what is about nobody; an operation for each, since a closed field takes nothing else away. */
  async askForRecords(who: Who, since: string): Promise<void> {
    for (const { line, ask, told } of recordsOf(who.subject, since))
      this.notes.letter(line, who, toldIn(await this.ask(who, ask), told));
    const access = accessLetters(await this.ask(who, accessLog(who.subject)));
    for (const [field, letter] of Object.entries(access)) this.notes.letter(field, who, letter);
    if (who.subject.level !== 'OPEN') return;
    for (const [line, { ask, told }] of Object.entries(questions))
      this.notes.single(line, who.viewer, toldIn(await this.ask(who, ask), told));
  }

  async askForLeaver(who: Who): Promise<void> {
    this.#letters.leaver(who, await this.byId(who, everything));
  }

  /** Looks for the subject by everything that is known of it; ten at a time, as many as a document may well hold. */
  async find(who: Who, situation: string): Promise<void> {
    const all = Object.entries(waysIn(situation)).map(([name, way]) => ({
      name,
      ...way(who.subject),
    }));
    for (let from = 0; from < all.length; from += 10) {
      const some = all.slice(from, from + 10);
      const answer = await this.ask(who, some.map(({ ask }, i) => `a${i}: ${ask}`).join(' '));
      const closed = closedIn(answer);
      for (const [i, { name, id }] of some.entries()) {
        const found = JSON.stringify(at(answer.data, `a${i}`) ?? null).includes(`"${id}"`);
        this.notes.letter(`find by ${name}`, who, closed.has(`a${i}`) ? 'x' : found ? 'v' : '-');
      }
    }
  }

  private async askInAList(who: Who, seen: unknown): Promise<void> {
    const { displayName, id } = who.subject;
    const nodes = `edges { node { id ${everything} } }`;
    const answer = await this.ask(
      who,
      `searchDirectory(query: "${displayName}", first: 10) { ${nodes} }`,
    );
    if (closedIn(answer).size > 0) return;
    const hits = at(answer.data, 'searchDirectory.edges.*.node') as readonly unknown[];
    this.compare('searchDirectory', who, seen, hits.find((hit) => at(hit, 'id') === id) ?? null);
  }

  /** Who is found by number is shown as otherwise; by which numbers, `find` tells. */
  private async askByNumber(who: Who, seen: unknown): Promise<void> {
    const { direct, displayName } = who.subject;
    const fields = `number label entry { ${everything} } reachability { verdict }`;
    const answer = await this.ask(who, `lookupNumber(number: "${direct}") { ${fields} }`);
    const lookup = at(answer.data, 'lookupNumber');
    const entry = at(lookup, 'entry');
    if (entry) this.compare('lookupNumber', who, seen, entry);
    const truth = { number: direct, label: displayName, entry: this.truth(who.subject) };
    const facts = { lookup: { ...truth, reachability: { verdict: null } } };
    for (const field of fieldsOf('NumberLookup')) {
      const letter: Letter = letterOf(field, { lookup: keyed(lookup) }, facts);
      this.notes.letter(field, who, closedIn(answer).size > 0 ? 'x' : letter);
    }
  }

  private async byId(who: Who, fields: string): Promise<unknown> {
    const { data } = await this.ask(who, `node(id: "${who.subject.id}") { ${fields} }`);
    return keyed(at(data, 'node'));
  }

  private ask(who: Who, fields: string): Promise<Answer> {
    return this.send(who, `{ ${fields} }`);
  }

  private async send({ viewer, token }: Who, operation: string): Promise<Answer> {
    const answer = await this.app.ask(token, operation);
    this.notes.faultsIn(viewer, answer);
    return answer;
  }

  private truth(subject: Subject): Truth {
    return truthOf(subject, this.world.now, false);
  }

  private compare(way: string, { viewer, subject }: Who, seen: unknown, other: unknown): void {
    if (!isDeepStrictEqual(keyed(other), seen))
      this.notes.differences.push(
        `${viewer}: somebody ${subject.level} is another by ${way} than by node`,
      );
  }
}

/** The root fields of an answer that are not for the viewer. */
function closedIn({ text }: Answer): ReadonlySet<string> {
  const { errors = [] } = JSON.parse(text) as { errors?: readonly { path?: string[] }[] };
  const closed = errors.filter((error) => at(error, 'extensions.code') === 'FORBIDDEN');
  return new Set(closed.flatMap((error) => error.path?.[0] ?? []));
}
