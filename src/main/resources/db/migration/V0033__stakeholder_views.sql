create view stakeholder_v_institution as
  select id, case_id, acronym, name, category, mandatory, email, account_id is not null as has_contact, reason, mapped_at
  from institution;
create view stakeholder_v_seat as
  select s.id, s.case_id, s.institution_id, i.acronym, i.name as institution, i.category, s.side, s.state, s.voting,
    s.from_at, s.to_at
  from seat s join institution i on i.id = s.institution_id;
create view stakeholder_v_nomination as
  select n.id, s.case_id, n.seat_id, i.acronym, i.name as institution, n.asked_at, n.answer,
    f.name as full_member, f.function as full_member_function, u.name as substitute, u.function as substitute_function,
    n.letter_reference, n.reason, n.channel, n.answered_at
  from nomination n
  join seat s on s.id = n.seat_id
  join institution i on i.id = s.institution_id
  left join person f on f.id = n.full_member_id
  left join person u on u.id = n.substitute_id;
create view stakeholder_v_working_group as
  select case_id, mandate, decision_rule, quorum_profile, max_rounds, languages, act_type, act_number, act_date,
    act_issuer, installed_at, resolution, resolution_reason
  from working_group;
create view stakeholder_v_composition_finding as
  select id, case_id, at, rule, level, result from composition_finding;
