import { absenceMutants } from './absence-mutants.js';
import { answeringMutants } from './answering-mutants.js';
import { auditMutants } from './audit-mutants.js';
import { authorityMutants } from './authority-mutants.js';
import { changesMutants } from './changes-mutants.js';
import { calendarMutants } from './calendar-mutants.js';
import { findingMutants } from './finding-mutants.js';
import { forwardingMutants } from './forwarding-mutants.js';
import { compiledMutants } from './compiled-mutants.js';
import { doorMutants } from './door-mutants.js';
import { identityMutants } from './identity-mutants.js';
import { keysMutants } from './keys-mutants.js';
import { levelsMutants } from './levels-mutants.js';
import { liveMutants } from './live-mutants.js';
import { searchMutants } from './search-mutants.js';
import { shownAgainMutants } from './shown-again-mutants.js';
import { mutants, type Mutant } from './mutants.js';
import { policyMutants } from './policy-mutants.js';
import { presenceMutants } from './presence-mutants.js';
import { storeMutants } from './store-mutants.js';
import { subjectMutants } from './subject-mutants.js';
import { syncMutants } from './sync-mutants.js';
import { twinsMutants } from './twins-mutants.js';
import { viewMutants } from './view-mutants.js';

/** Every guard there is. */
export const everyGuard: readonly Mutant[] = [
  ...mutants,
  ...policyMutants,
  ...authorityMutants,
  ...viewMutants,
  ...changesMutants,
  ...calendarMutants,
  ...absenceMutants,
  ...answeringMutants,
  ...subjectMutants,
  ...presenceMutants,
  ...findingMutants,
  ...forwardingMutants,
  ...storeMutants,
  ...syncMutants,
  ...keysMutants,
  ...doorMutants,
  ...compiledMutants,
  ...levelsMutants,
  ...identityMutants,
  ...auditMutants,
  ...twinsMutants,
  ...liveMutants,
  ...searchMutants,
  ...shownAgainMutants,
];
