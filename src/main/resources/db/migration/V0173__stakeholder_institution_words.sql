-- The words of an institution, so that a search begins with them.
create or replace view stakeholder_v_institution as
  select id, case_id, acronym, name, category, mandatory, email, account_id is not null as has_contact, reason, mapped_at,
    words
  from institution;
