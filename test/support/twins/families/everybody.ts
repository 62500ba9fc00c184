/** Everybody who asks; for families in which an OPEN person need make no difference to anybody. */
export const everybody: readonly string[] = [
  'operator',
  'technician',
  'employeeHallsberg',
  'employeeLaxa',
  'subordinate',
  'manager',
  'auditor',
  'officerLaxa',
  'intranetHallsberg',
  'intranetLaxa',
  'phoneSystem',
  'integration',
  'integrationScoped',
];
