import type { PersonId, UnitId } from '../kernel/ids.js';
import type { AccountState, PersonKind, ProtectionLevel } from '../kernel/words.js';
import type { Municipality } from '../staff/municipality.js';
import type { Person, PhoneNumber, Unit } from '../staff/person.js';
import type { NamedUnitJson, PersonCardRow } from './person-card-row.js';
import { numbersFrom } from './person-card.js';

/** One row of a statement that reads what a list shows. */
export type ListedRow = Pick<
  PersonCardRow,
  | 'id'
  | 'municipality_code'
  | 'display_name'
  | 'given_name'
  | 'family_name'
  | 'title'
  | 'email'
  | 'employee_id'
  | 'kind'
  | 'account_state'
  | 'left_at'
  | 'manager_id'
  | 'protection_level'
  | 'mobile_audience'
  | 'version'
  | 'alias_card'
  | 'numbers'
> & { readonly units: readonly NamedUnitJson[] | null };

/** A person of whom what a list shows was read. To look at anything else is a fault of ours, and must not look like nothing being there. */
export class ListedPerson implements Person {
  readonly id: PersonId;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly employeeId: string | null;
  readonly kind: PersonKind;
  readonly accountState: AccountState;
  readonly leftAt: Date | null;
  readonly unit: Unit | null;
  readonly managerId: PersonId | null;
  readonly protectionLevel: ProtectionLevel;
  readonly aliasCard: boolean;
  readonly version: string;
  readonly numbers: readonly PhoneNumber[];

  constructor(
    row: ListedRow,
    readonly municipality: Municipality,
  ) {
    this.id = row.id;
    this.displayName = row.display_name;
    this.givenName = row.given_name;
    this.familyName = row.family_name;
    this.title = row.title;
    this.email = row.email;
    this.employeeId = row.employee_id;
    this.kind = row.kind;
    this.accountState = row.account_state;
    this.leftAt = row.left_at;
    this.unit = listedUnit(row.units ?? [], municipality);
    this.managerId = row.manager_id;
    this.protectionLevel = row.protection_level;
    this.aliasCard = row.alias_card;
    this.version = String(row.version);
    this.numbers = numbersFrom(row, municipality);
  }

  get responsibleId(): never {
    return unread('responsibleId');
  }
  get standIns(): never {
    return unread('standIns');
  }
  get bestReached(): never {
    return unread('bestReached');
  }
  get subjects(): never {
    return unread('subjects');
  }
  get alias(): never {
    return unread('alias');
  }
  get namedViewers(): never {
    return unread('namedViewers');
  }
  get absences(): never {
    return unread('absences');
  }
  get referralUnits(): never {
    return unread('referralUnits');
  }
  get reasonLabels(): never {
    return unread('reasonLabels');
  }
  get forwardings(): never {
    return unread('forwardings');
  }
  get lines(): never {
    return unread('lines');
  }
  get sessions(): never {
    return unread('sessions');
  }
}

/** A unit of which a list shows its name and those of the units above; null when the line is empty. To look at anything else is a fault, too. */
export function listedUnit(
  line: readonly NamedUnitJson[],
  municipality: Municipality,
): Unit | null {
  return line.reduce<Unit | null>(
    (parent, [id, name]) => new ListedUnit(id, name, municipality, parent),
    null,
  );
}

class ListedUnit implements Unit {
  constructor(
    readonly id: UnitId,
    readonly name: string,
    readonly municipality: Municipality,
    readonly parent: Unit | null,
  ) {}

  get openingHours(): never {
    return unread('openingHours');
  }
  get answerGroup(): never {
    return unread('answerGroup');
  }
  get showsBestReached(): never {
    return unread('showsBestReached');
  }
}

function unread(fact: string): never {
  throw new Error(`For a list, ${fact} was not read.`);
}
