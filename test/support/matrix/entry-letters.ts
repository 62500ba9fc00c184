import { fieldsOf, keyed } from './answers.js';
import { letterOf, numberLetter, ofAPerson } from './letters.js';
import type { Notes, Who } from './notes.js';
import type { Subject } from './subjects.js';
import { cardOf, dutiesOf, truthOf, type Truth } from './truth.js';
import type { World } from './world.js';

/** Notes a letter for each field of an entry that was shown to somebody, or was not, whichever way it came. */
export class EntryLetters {
  constructor(
    private readonly notes: Notes,
    private readonly world: World,
  ) {}

  /** Everything of somebody who works here. */
  person(who: Who, entry: unknown): void {
    const [seen, truth] = [keyed(entry), this.truth(who.subject)];
    for (const field of ofAPerson.flatMap(fieldsOf))
      if (field !== 'Person.numbers') this.notes.letter(field, who, letterOf(field, seen, truth));
    this.numbers('Person', who, seen, truth);
  }

  /** The mobile number alone, while something else is set for who may know it. */
  mobile(who: Who, situation: string, entry: unknown): void {
    const letter = numberLetter('MOBILE', keyed(entry), this.truth(who.subject));
    this.notes.letter(`Person.numbers, ${situation}`, who, letter);
  }

  /** A shared telephone, for which a person's manager is responsible. */
  sharedLine(who: Who, entry: unknown): void {
    const [seen, person] = [keyed(entry), this.truth(who.subject)];
    const truth = { ...person, responsible: person['manager'] };
    for (const field of fieldsOf('SharedLine'))
      if (field !== 'SharedLine.numbers')
        this.notes.letter(field, who, letterOf(field, seen, truth));
    this.numbers('SharedLine', who, seen, truth);
  }

  /** A unit of which the subject is both manager and telefonansvarig. */
  unit(who: Who, unit: unknown): void {
    const truth = { duties: dutiesOf(who.subject) };
    for (const field of fieldsOf('Unit'))
      this.notes.letter(field, who, letterOf(field, { duties: unit }, truth));
  }

  /** The card of whoever is PROTECTED. */
  card(who: Who, entry: unknown): void {
    const { card, now } = this.world;
    const [seen, truth] = [keyed(entry), cardOf(card, who.subject, now)];
    for (const field of ['Person', 'Absence', 'Reachability'].flatMap(fieldsOf)) {
      const letter =
        field === 'Person.numbers'
          ? numberLetter('DIRECT', seen, truth)
          : letterOf(field, seen, truth);
      this.notes.single(`${field}, alias card`, who.viewer, letter);
    }
  }

  /** Somebody who has left. */
  leaver(who: Who, entry: unknown): void {
    const [seen, truth] = [keyed(entry), truthOf(who.subject, this.world.now, true)];
    for (const field of fieldsOf('Person'))
      this.notes.letter(`${field}, has left`, who, letterOf(field, seen, truth));
  }

  private truth(subject: Subject): Truth {
    return truthOf(subject, this.world.now, false);
  }

  /** A list of numbers says little as a whole, so that each kind has a line of its own. */
  private numbers(type: string, who: Who, seen: unknown, truth: Truth): void {
    this.notes.letter(`${type}.numbers, direct`, who, numberLetter('DIRECT', seen, truth));
    this.notes.letter(`${type}.numbers, mobile`, who, numberLetter('MOBILE', seen, truth));
  }
}
