import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { FindingRule } from '../kernel/finding-words.js';
import type { Viewer } from '../kernel/viewer.js';
import { FindingsView } from '../view/findings.view.js';
import { Audience } from './audience.js';
import { connectionOf } from './connection.js';
import { FindingRuleEnum } from './finding-enums.js';
import { idOrNull } from './global-id.js';
import { FindingConnectionType } from './types/finding.type.js';
import { CurrentViewer } from './viewer.guard.js';

@ArgsType()
class PolicyFindingsArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only about this unit and those below it, and the people there.',
  })
  unitId?: string | null;

  @Field(() => [FindingRuleEnum], { nullable: true, description: 'Only of these rules.' })
  rules?: FindingRule[] | null;

  @Field(() => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

/** The follow-up of the telephone policy (P11). */
@Resolver()
export class FindingsResolver {
  constructor(private readonly findings: FindingsView) {}

  @Query(() => FindingConnectionType, {
    nullable: true,
    description:
      'What the telephone policy asks for and is not so now; one closes by itself when it is mended, and none is about PROTECTED people. For EMPLOYEE, OPERATOR and TECHNICIAN. Whoever leads or answers for a unit gets all of those there and below it; whoever serves the switchboard the absences of everybody, whoever serves the telephone system rings and numbers; and everybody the own ones.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR', 'TECHNICIAN'])
  async policyFindings(
    @CurrentViewer() viewer: Viewer,
    @Args() { unitId, rules, first, after }: PolicyFindingsArgs,
  ) {
    const page = await this.findings.page(viewer, {
      unitId: idOrNull('UNIT', unitId, 'unitId'),
      rules: rules ?? null,
      first,
      after: after ?? null,
    });
    return connectionOf(page);
  }
}
