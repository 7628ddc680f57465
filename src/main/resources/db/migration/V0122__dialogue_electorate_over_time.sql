-- A seat joins an electorate and may leave it; while it is out, its positions stay visible and do not count.
alter table electorate add column joined_at timestamptz;
update electorate e set joined_at = r.opened_at from round r where r.id = e.round_id;
alter table electorate alter column joined_at set not null;
alter table electorate add column left_at timestamptz;
alter table attendance add column left_at timestamptz;
create or replace view dialogue_v_position as
select p.id, r.case_id, p.round_id, r.number as round_number, p.item_id, i.recommendation_id, i.code_number,
       'R' || i.code_number as code, p.seat_id, e.side, p.value, p.text, p.previous_id, p.recorded_at, p.recorded_by,
       p.channel, p.reference,
       not exists (select 1 from position later where later.previous_id = p.id) as latest,
       e.left_at is null as counts
  from position p
  join round_item i on i.id = p.item_id
  join round r on r.id = p.round_id
  join electorate e on e.round_id = p.round_id and e.seat_id = p.seat_id;
create view dialogue_v_electorate as
select r.case_id, e.round_id, r.number as round_number, e.seat_id, e.side, e.joined_at, e.left_at
  from electorate e
  join round r on r.id = e.round_id;
