import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
import { SetSubjectWords } from '../changes/set-subject-words.js';
import type { Viewer } from '../kernel/viewer.js';
import { PeopleView } from '../view/people.view.js';
import { Audience } from './audience.js';
import { SetSubjectWordsInput, subjectHolder } from './inputs/subject-words.input.js';
import { SubjectWordsPayloadType } from './types/subject-words-payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { description: 'Whose words, and which.' };

/** Changes of the words by which callers ask for what a unit or an entry handles (P14). */
@Resolver()
export class SubjectWordsResolver {
  constructor(
    private readonly people: PeopleView,
    private readonly words: SetSubjectWords,
    private readonly receipts: Receipts,
  ) {}

  @Mutation(() => SubjectWordsPayloadType, {
    description:
      'Say by which words callers ask for what a unit, person, function or shared telephone handles (ämnesord, P14); they replace those that there were. For SELF, TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'TECHNICIAN'])
  async setSubjectWords(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetSubjectWordsInput, ...input }) request: SetSubjectWordsInput,
  ) {
    const { subjects, expectedVersion, idempotencyKey } = request;
    const wanted = { holder: subjectHolder(request.holder), subjects, expectedVersion };
    const asked = { operation: 'setSubjectWords', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.words.carryOut(viewer, wanted, retriable),
    );
    if (!outcome.ok) return { entry: null, unit: null, userErrors: outcome.errors };
    const entry =
      'personId' in outcome.value ? await this.people.byId(viewer, outcome.value.personId) : null;
    const unit = 'unitId' in outcome.value ? await this.people.unit(outcome.value.unitId) : null;
    return { entry, unit, userErrors: [] };
  }
}
