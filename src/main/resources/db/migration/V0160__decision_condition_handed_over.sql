-- A condition whose seat was removed or declared vacant passes to somebody else, with the reason.
alter table decision_condition add column former_owner varchar(80);
alter table decision_condition add column handed_at timestamptz;
alter table decision_condition add column handed_reason varchar(1000);
alter table decision_condition add constraint ck_decision_condition_handed
  check ((former_owner is null) = (handed_at is null) and (former_owner is null) = (handed_reason is null));
create or replace view decision_v_condition as
select c.id, l.case_id, d.level_id, d.recommendation_id, c.decision_id, c.seq, c.text, c.owner_group, c.due_date,
       c.fulfilled_at, c.fulfilled_by, c.evidence, c.former_owner, c.handed_at, c.handed_reason
  from decision_condition c
  join decision d on d.id = c.decision_id
  join decision_level l on l.id = d.level_id;
