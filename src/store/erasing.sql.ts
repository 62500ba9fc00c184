/** The statements that erase what is known of some entries ($1), local facts too. What is left is an entry without a name, a key or a number. */
export const erasing = [
  `delete from directory_number where person_id = any($1)`,
  `delete from added_number where person_id = any($1)`,
  `delete from absence where person_id = any($1)`,
  `update absence set substitute_id = null, referral_kind = null where substitute_id = any($1)`,
  `delete from calendar_return where person_id = any($1)`,
  `delete from forwarding where person_id = any($1) or target_person_id = any($1)`,
  `delete from finding where about = any($1)`,
  `delete from presence_session where person_id = any($1)`,
  `delete from level_rise where person_id = any($1)`,
  `delete from level_lowering where person_id = any($1)`,
  `delete from role_grant where person_id = any($1)`,
  `delete from unit_duty where person_id = any($1)`,
  `delete from answer_group_member where person_id = any($1)`,
  `update unit_contact set fault_entry_id = null where fault_entry_id = any($1)`,
  `delete from stand_in where person_id = any($1) or stand_in_id = any($1)`,
  `delete from best_reached where person_id = any($1)`,
  `delete from person_subject_word where person_id = any($1)`,
  `delete from number_greeting where person_id = any($1)`,
  `update person_local set responsible_id = null
    where responsible_id = any($1) or (person_id = any($1) and responsible_id is not null)`,
  `delete from named_viewer where person_id = any($1) or viewer_id = any($1)`,
  `update person set manager_id = null where manager_id = any($1)`,
  `update person set employment = 'ERASED', directory_key = 'erased:' || id, source_hash = '', display_name = '',
       given_name = null, family_name = null, title = null, email = null, employee_id = null, unit_id = null,
       sort_key = '', search_words = '', list_key = '', filled = '', dn_digest = null, manager_digest = null, manager_id = null
    where id = any($1)`,
  // Words that nobody has any more, as an uncommon name.
  `delete from search_term t where $1::uuid[] is not null
     and not exists (select from search_word w where w.folded = t.folded)`,
];
