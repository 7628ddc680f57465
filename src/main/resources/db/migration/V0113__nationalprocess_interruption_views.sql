create or replace view nationalprocess_v_case as
  select c.id, c.reference, c.country, c.title, c.title_fr, c.title_es, c.status,
    case when c.status = 'CLOSED' then 'CLOSED' else p.phase end as phase, p.entered_at as phase_since,
    c.outcome, c.reason, c.training, c.opened_at, c.closed_at, c.lead_agency, c.suspended_at
  from national_process c
  left join phase p on p.case_id = c.id and p.left_at is null;
create view nationalprocess_v_interruption as
  select i.id, i.case_id, i.kind, i.reason, i.from_at, i.until_at, i.until_reason, i.mandate, i.mandate_text, i.members,
    i.reference, g.changed_on
  from interruption i
  left join government_change g on g.id = i.government_change_id;
create view nationalprocess_v_government_change as
  select g.id, g.country, g.changed_on, g.reason, g.recorded_at,
    (select count(*) from interruption i where i.government_change_id = g.id) as cases
  from government_change g;
