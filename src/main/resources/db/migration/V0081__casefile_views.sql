-- The day of an event is that of the decision which it led to, else that of its milestone.
create view casefile_v_event as
select e.case_id, e.event,
       coalesce(
         (select max(o.decided_on) from decision_v_outcome o
           where o.case_id = e.case_id and o.body = e.body and o.attempt = e.attempt),
         to_date(rpad(m.date_text, 10, '-01'), 'YYYY-MM-DD')) as day
  from case_event e
  join nationalprocess_v_milestone m on m.id = e.milestone_id;
-- Months are days / 30.44 with one decimal.
create view casefile_v_figure as
select f.case_id, f.ord, f.name, f.title_en, f.title_fr, f.title_es, a.day as from_day, b.day as to_day,
       b.day - a.day as days, round((b.day - a.day) / 30.44, 1) as months
  from case_figure f
  join casefile_v_event a on a.case_id = f.case_id and a.event = f.from_event
  join casefile_v_event b on b.case_id = f.case_id and b.event = f.to_event;
create view casefile_v_reported_span as
select case_id, ord, name, title_en, title_fr, title_es, from_text, to_text, note, source from case_reported_span;
create view casefile_v_note as select id, case_id, kind, text from case_note;
create view casefile_v_source as select case_id, ord, title, address from case_source;
