import { Args, ID, ResolveField, Resolver } from '@nestjs/graphql';
import { globalId } from '../kernel/ids.js';
import type {
  AbsenceView,
  EntryView,
  ForwardingView,
  MunicipalityView,
  PersonView,
  UnitView,
} from '../view/person-view.js';
import type { NumberLookupView } from '../view/people.view.js';
import { defaultOrigin } from '../staff/reachability.js';
import { Direct } from './direct.js';
import { AbsencesArgs } from './inputs/absences.args.js';
import { NumbersArgs, ReachabilityArgs, ReasonLabelArgs } from './inputs/entry-fields.args.js';
import { AbsenceType } from './types/absence.type.js';
import { DirectoryEntryType } from './types/directory-entry.type.js';
import { ForwardingType } from './types/forwarding.type.js';
import { NumberLookupType } from './types/lists.type.js';
import { MunicipalityType } from './types/municipality.type.js';
import { PersonType } from './types/person.type.js';
import { PhoneNumberType } from './types/phone-number.type.js';
import { ReachabilityType } from './types/reachability.type.js';
import { SharedLineType } from './types/shared-line.type.js';
import { UnitType } from './types/unit.type.js';

const idDescription = 'Global id: opaque, unguessable, and of one type.';

@Resolver(() => PersonType)
export class PersonResolver {
  @ResolveField(() => ID, { description: idDescription })
  id(person: PersonView) {
    return globalId('PERSON', person.id);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description:
      'The nearest supervisor, from the directory; null if there is none, or none for you. Circles are shown as they are.',
  })
  manager(person: PersonView) {
    return person.manager();
  }

  @ResolveField(() => [AbsenceType], {
    description:
      'Running and coming absences, by start; one that repeats is there with each occurrence. For OPERATOR, SELF, and those who lead or answer for the unit; empty for others.',
  })
  @Direct()
  absences(person: PersonView, @Args() { from, to }: AbsencesArgs) {
    return person.absences({ from: from ?? null, to: to ?? null });
  }

  @ResolveField(() => [PersonType], {
    description:
      'Who may see this PROTECTED person because an officer has named them. For SELF and OFFICER; empty for others.',
  })
  namedViewers(person: PersonView) {
    return person.namedViewers();
  }
}

@Resolver(() => SharedLineType)
export class SharedLineResolver {
  @ResolveField(() => ID, { description: idDescription })
  id(line: EntryView) {
    return globalId('PERSON', line.id);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description:
      'Who is responsible for it (P16): whoever was named, or else the nearest supervisor; null if there is none, or none for you.',
  })
  responsible(line: EntryView) {
    return line.responsible();
  }
}

/** What every entry of the directory has; its types inherit it. */
@Resolver(() => DirectoryEntryType)
export class DirectoryEntryResolver {
  @ResolveField(() => [PhoneNumberType], {
    description:
      "The numbers that the viewer may see; those of a RESTRICTED entry are replaced by the switchboard's for colleagues.",
  })
  @Direct()
  numbers(entry: EntryView, @Args() { kinds }: NumbersArgs) {
    return kinds ? entry.numbers.filter((number) => kinds.includes(number.kind)) : entry.numbers;
  }

  @ResolveField(() => ReachabilityType, {
    nullable: true,
    description:
      'Can the call be put through now. For OPERATOR, PHONE_SYSTEM_KEY, EMPLOYEE and SELF; computed from what the viewer may see.',
  })
  @Direct()
  reachability(entry: EntryView, @Args() { origin }: ReachabilityArgs) {
    return entry.reachability(origin ?? defaultOrigin);
  }
}

/** The telephone system asks once: whose number, and where a call from outside should go. */
@Resolver(() => NumberLookupType)
export class NumberLookupResolver {
  @ResolveField(() => ReachabilityType, {
    nullable: true,
    description: 'Whether a call from outside can be put through now; as on the entry.',
  })
  reachability(lookup: NumberLookupView) {
    return lookup.entry?.reachability(defaultOrigin) ?? null;
  }
}

@Resolver(() => MunicipalityType)
export class MunicipalityResolver {
  @ResolveField(() => ID, { description: idDescription })
  id(municipality: MunicipalityView) {
    return globalId('MUNICIPALITY', municipality.id);
  }
}

@Resolver(() => UnitType)
export class UnitResolver {
  @ResolveField(() => ID, { description: idDescription })
  id(unit: UnitView) {
    return globalId('UNIT', unit.id);
  }
}

@Resolver(() => AbsenceType)
export class AbsenceResolver {
  @ResolveField(() => ID, { description: idDescription })
  id(absence: AbsenceView) {
    return globalId('ABSENCE', absence.id);
  }

  @ResolveField(() => String, {
    description:
      'What the reason is called: as the municipality calls it where you see `reason`, and otherwise what may be said to a caller.',
  })
  @Direct()
  reasonLabel(absence: AbsenceView, @Args() { language }: ReasonLabelArgs) {
    return absence.reasonLabel(language ?? 'SV');
  }
}

@Resolver(() => ForwardingType)
export class ForwardingResolver {
  @ResolveField(() => ID, { description: idDescription })
  id(forwarding: ForwardingView) {
    return globalId('FORWARDING', forwarding.id);
  }
}
