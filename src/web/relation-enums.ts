import type { GrantedRole } from '../kernel/words.js';
import { described } from './enums.js';

export const GrantedRoleEnum = described<GrantedRole>(
  'GrantedRole',
  'A role that is granted here.',
  {
    OPERATOR: 'Switchboard operator, for all municipalities.',
    TECHNICIAN: 'System technician, for all municipalities.',
    OFFICER: 'Confidentiality officer of the own municipality.',
    AUDITOR: 'Auditor or data protection officer of the own municipality.',
  },
);
