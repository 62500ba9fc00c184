import { unitsUpFrom } from './person-card.sql.js';

/** Every municipality's settings, each with its departments' decisions and where these are in the tree. */
export const allSettings = `
  select m.code, m.mobile_visibility, s.decision_reference, to_char(s.decided_on, 'YYYY-MM-DD') as decided_on,
    s.leavers_after_days, s.ended_absences_after_days, s.audit_months, s.outside_forwarding, s.version,
    (select jsonb_agg(jsonb_build_object('reference', d.decision_reference, 'decided_on', d.decided_on,
         'units', ${unitsUpFrom('d.unit_id')}) order by unit.name, unit.id)
       from department_decision d join unit on unit.id = d.unit_id
      where d.municipality_code = m.code) as departments
    from municipality m
    join municipality_settings s on s.municipality_code = m.code`;

/** What is chosen now, locked until the transaction ends. */
export const lockSettings = `
  select m.mobile_visibility, s.decision_reference, to_char(s.decided_on, 'YYYY-MM-DD') as decided_on,
    s.leavers_after_days, s.ended_absences_after_days, s.audit_months, s.outside_forwarding, s.version
    from municipality_settings s
    join municipality m on m.code = s.municipality_code
   where s.municipality_code = $1
     for update of s`;

/** A decision, or another one in its place. */
export const decideDepartment = `
  insert into department_decision (unit_id, municipality_code, decision_reference, decided_on)
  values ($1, $2, $3, $4)
  on conflict on constraint department_decision_pkey do update set
      decision_reference = excluded.decision_reference, decided_on = excluded.decided_on`;
