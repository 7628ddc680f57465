create view nationalprocess_v_case as
  select c.id, c.reference, c.country, c.title, c.title_fr, c.title_es, c.status,
    case when c.status = 'CLOSED' then 'CLOSED' else p.phase end as phase, p.entered_at as phase_since,
    c.outcome, c.reason, c.training, c.opened_at, c.closed_at, c.lead_agency
  from national_process c
  left join phase p on p.case_id = c.id and p.left_at is null;
create view nationalprocess_v_phase as
  select id, case_id, phase, entered_at, left_at from phase;
create view nationalprocess_v_milestone as
  select id, case_id, date_text, until_text, kind, who, what, source from milestone;
create view nationalprocess_v_request as
  select r.*, c.reference, c.country, c.title, a.embedding, a.body, a.risks,
    l.proposed as proposed_agency, l.ground as proposal_ground, l.confirmed as confirmed_agency, l.override_reason
  from support_request r
  join national_process c on c.id = r.case_id
  left join appraisal a on a.case_id = r.case_id
  left join lead_agency l on l.case_id = r.case_id;
create view nationalprocess_v_clarification as
  select id, case_id, question, asked_at, due_date, extended_at, answer, answered_at from clarification;
create view nationalprocess_v_agency_answer as
  select case_id, agency, answer, subjects, resources, silent, invited_at, answered_at from agency_answer;
