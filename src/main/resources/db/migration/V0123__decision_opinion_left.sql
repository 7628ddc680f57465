-- A seat that leaves the technical validation keeps its opinion visible; it does not count while it is out.
alter table technical_opinion add column left_at timestamptz;
create or replace view decision_v_opinion as
select case_id, seat_id, opinion, text, recorded_at, recorded_by, left_at is null as counts from technical_opinion;
