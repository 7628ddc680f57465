-- Nominations in their order, also those of one moment.
alter table nomination add column seq bigint;
update nomination n set seq = o.place
  from (select id, row_number() over (order by asked_at, id) as place from nomination) o where o.id = n.id;
alter table nomination alter column seq set not null;
alter table nomination alter column seq add generated always as identity;
select setval(pg_get_serial_sequence('nomination', 'seq'), coalesce((select max(seq) from nomination), 0) + 1, false);
alter table nomination drop constraint ck_nomination_answer;
alter table nomination add constraint ck_nomination_answer
  check (answer in ('NOMINATE', 'DECLINE', 'SILENT', 'WITHDRAWN'));
create table seat_change (
  id      bigint generated always as identity constraint pk_seat_change primary key,
  seat_id varchar(64)   not null constraint fk_seat_change_seat references seat,
  case_id varchar(64)   not null,
  kind    varchar(12)   not null constraint ck_seat_change_kind
    check (kind in ('ADDED', 'REPLACED', 'REMOVED', 'REINSTATED', 'VACATED')),
  at      timestamptz   not null,
  reason  varchar(1000) not null,
  actor   varchar(64)   not null
);
create index ix_seat_change_case on seat_change (case_id, id);
create table seat_past_term (
  seat_id varchar(64) not null constraint fk_seat_past_term_seat references seat,
  from_at timestamptz not null,
  to_at   timestamptz not null
);
create index ix_seat_past_term_seat on seat_past_term (seat_id);
create or replace view stakeholder_v_nomination as
  select n.id, s.case_id, n.seat_id, i.acronym, i.name as institution, n.asked_at, n.answer,
    f.name as full_member, f.function as full_member_function, u.name as substitute, u.function as substitute_function,
    n.letter_reference, n.reason, n.channel, n.answered_at, n.seq
  from nomination n
  join seat s on s.id = n.seat_id
  join institution i on i.id = s.institution_id
  left join person f on f.id = n.full_member_id
  left join person u on u.id = n.substitute_id;
create view stakeholder_v_seat_change as
  select c.id, c.case_id, c.seat_id, i.acronym, i.name as institution, s.side, c.kind, c.at, c.reason
  from seat_change c
  join seat s on s.id = c.seat_id
  join institution i on i.id = s.institution_id;
-- Who sat when: every term of a seat, cut where its members changed.
create view stakeholder_v_sitting as
  select t.case_id, t.seat_id, i.acronym, i.name as institution, t.side, t.voting,
    greatest(t.from_at, n.since) as from_at, least(t.to_at, n.until) as to_at, f.name as full_member, u.name as substitute
  from (
    select case_id, id as seat_id, institution_id, side, voting, from_at, to_at from seat where from_at is not null
    union all
    select s.case_id, s.id, s.institution_id, s.side, s.voting, p.from_at, p.to_at
    from seat_past_term p join seat s on s.id = p.seat_id
  ) t
  join institution i on i.id = t.institution_id
  left join lateral (
    select o.full_member_id, o.substitute_id, coalesce(o.answered_at, o.asked_at) as since,
      (select min(coalesce(l.answered_at, l.asked_at)) from nomination l
       where l.seat_id = o.seat_id and l.answer = 'NOMINATE' and l.seq > o.seq) as until
    from nomination o where o.seat_id = t.seat_id and o.answer = 'NOMINATE'
  ) n on (n.until is null or n.until > t.from_at) and (t.to_at is null or n.since < t.to_at)
  left join person f on f.id = n.full_member_id
  left join person u on u.id = n.substitute_id;
create index ix_seat_institution on seat (institution_id);
