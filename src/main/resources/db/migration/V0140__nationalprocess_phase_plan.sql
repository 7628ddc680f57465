-- How many calendar days a phase is planned to take; a row with a country goes before the one for every country.
-- No source fixes these terms: they are defaults [I] of the domain notes, sections A.3 and A.7 ("defaults for planning").
--   REQUEST        60: request to confirmed support, two months.
--   WORKING_GROUP  90: two to three months; published cases took from 22 days (Philippines) to 596 days (Lao PDR).
--   DIALOGUE       90: at most three rounds, 15 to 30 days apart; Thailand took 112 days between its first two dialogues.
--   VALIDATION     75: 15 days of corrections and 60 days for the endorsement; a political decision has no term of its own.
create table planned_duration (
  phase   varchar(20) not null
    constraint ck_planned_duration_phase check (phase in ('REQUEST', 'WORKING_GROUP', 'DIALOGUE', 'VALIDATION')),
  country char(3),
  days    integer     not null constraint ck_planned_duration_days check (days between 1 and 3660),
  constraint uq_planned_duration unique nulls not distinct (phase, country)
);
insert into planned_duration (phase, days) values
  ('REQUEST', 60), ('WORKING_GROUP', 90), ('DIALOGUE', 90), ('VALIDATION', 75);
-- The plan of a case is made once, when its request is registered: later defaults do not rewrite it.
create table phase_plan (
  case_id       varchar(64) not null constraint fk_phase_plan_case references national_process,
  phase         varchar(20) not null
    constraint ck_phase_plan_phase check (phase in ('REQUEST', 'WORKING_GROUP', 'DIALOGUE', 'VALIDATION')),
  planned_from  date        not null,
  planned_until date        not null,
  constraint pk_phase_plan primary key (case_id, phase),
  constraint ck_phase_plan_order check (planned_until >= planned_from)
);
create view nationalprocess_v_phase_plan as
  select a.case_id, a.phase, a.id, a.entered_at, a.left_at, p.planned_from, p.planned_until
  from phase a
  left join phase_plan p on p.case_id = a.case_id and p.phase = a.phase
  union all
  select p.case_id, p.phase, null, null, null, p.planned_from, p.planned_until
  from phase_plan p
  where not exists (select 1 from phase a where a.case_id = p.case_id and a.phase = p.phase);
