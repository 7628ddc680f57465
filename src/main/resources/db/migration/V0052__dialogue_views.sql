create view dialogue_v_round as
select id, case_id, sitting, number, convocation, held_on, place, mode, answer_term, agenda, chair_present, quorum, state,
       asking_id, late_asking_id, opened_at, closed_at
  from round;
create view dialogue_v_item as
select i.id, r.case_id, i.round_id, r.number as round_number, i.recommendation_id, i.code_number, 'R' || i.code_number as code,
       i.title, i.text, i.text_version, i.state, i.result, i.mediation_state
  from round_item i
  join round r on r.id = i.round_id;
-- latest: whether no later position of the seat replaces this one.
create view dialogue_v_position as
select p.id, r.case_id, p.round_id, r.number as round_number, p.item_id, i.recommendation_id, i.code_number,
       'R' || i.code_number as code, p.seat_id, e.side, p.value, p.text, p.previous_id, p.recorded_at, p.recorded_by,
       p.channel, p.reference,
       not exists (select 1 from position later where later.previous_id = p.id) as latest
  from position p
  join round_item i on i.id = p.item_id
  join round r on r.id = p.round_id
  join electorate e on e.round_id = p.round_id and e.seat_id = p.seat_id;
create view dialogue_v_attendance as
select r.case_id, a.round_id, r.number as round_number, r.convocation, a.seat_id, a.side, a.voting, a.present
  from attendance a
  join round r on r.id = a.round_id;
create view dialogue_v_did_not_join as
select r.case_id, i.round_id, d.item_id, i.recommendation_id, d.side
  from did_not_join d
  join round_item i on i.id = d.item_id
  join round r on r.id = i.round_id;
