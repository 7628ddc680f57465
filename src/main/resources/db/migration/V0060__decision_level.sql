create table technical_validation (
  case_id      varchar(64) constraint pk_technical_validation primary key,
  asking_id    varchar(64)   not null,
  asked        integer       not null,
  opened_at    timestamptz   not null,
  closed_at    timestamptz,
  result       varchar(20)
    constraint ck_technical_validation_result check (result in ('VALIDATED', 'CORRECTIONS', 'NOT_VALIDATED')),
  reason       varchar(4000),
  corrections  varchar(4000),
  concluded_at timestamptz,
  concluded_by varchar(64),
  changes      varchar(4000),
  corrected_at timestamptz,
  corrected_by varchar(64)
);
create table technical_opinion (
  case_id     varchar(64) not null constraint fk_technical_opinion_validation references technical_validation,
  seat_id     varchar(64) not null,
  opinion     varchar(30)
    constraint ck_technical_opinion check (opinion in ('VALID', 'VALID_WITH_CORRECTIONS', 'NOT_VALID', 'ABSTAIN')),
  text        varchar(4000),
  recorded_at timestamptz,
  recorded_by varchar(64),
  constraint pk_technical_opinion primary key (case_id, seat_id)
);
create table decision_level (
  id         varchar(64) constraint pk_decision_level primary key,
  case_id    varchar(64)  not null,
  level      varchar(20)  not null constraint ck_decision_level
    check (level in ('TECHNICAL', 'TRIPARTITE', 'INTERMINISTERIAL', 'FINANCE', 'CABINET', 'PARLIAMENT')),
  ord        integer      not null,
  body       varchar(200),
  function   varchar(40)  not null,
  fixed      boolean      not null default false,
  state      varchar(10)  not null
    constraint ck_decision_level_state check (state in ('PENDING', 'OPEN', 'DONE', 'SKIPPED')),
  attempt    integer      not null default 1,
  asking_id  varchar(64),
  opened_at  timestamptz,
  closed_at  timestamptz,
  constraint uq_decision_level unique (case_id, ord)
);
create table decision_route (
  level_id          varchar(64) not null constraint fk_decision_route_level references decision_level,
  recommendation_id varchar(64) not null,
  constraint pk_decision_route primary key (level_id, recommendation_id)
);
create table decision (
  id                varchar(64) constraint pk_decision primary key,
  level_id          varchar(64) not null constraint fk_decision_level references decision_level,
  recommendation_id varchar(64) not null,
  attempt           integer     not null,
  outcome           varchar(20) not null constraint ck_decision_outcome check (outcome in
    ('APPROVED', 'APPROVED_MODIFIED', 'RETURNED', 'DEFERRED', 'REJECTED', 'NOT_CONSIDERED', 'NOT_PUBLISHED')),
  reason            varchar(4000),
  decided_on        date,
  source            varchar(400),
  recorded_at       timestamptz not null,
  recorded_by       varchar(64) not null,
  constraint uq_decision unique (level_id, recommendation_id, attempt)
);
create table decision_condition (
  id           varchar(64) constraint pk_decision_condition primary key,
  seq          bigint generated always as identity,
  decision_id  varchar(64)   not null constraint fk_decision_condition references decision on delete cascade,
  text         varchar(4000) not null,
  owner_group  varchar(80),
  due_date     date,
  fulfilled_at timestamptz,
  fulfilled_by varchar(64),
  evidence     varchar(4000)
);
create index ix_decision_condition on decision_condition (decision_id, seq);
create table case_decision (
  case_id      varchar(64) constraint pk_case_decision primary key,
  outcome      varchar(20)   not null,
  reason       varchar(4000) not null,
  concluded_at timestamptz   not null
);
create view decision_v_level as
select id, case_id, level, ord, body, function, fixed, state, attempt, opened_at, closed_at from decision_level;
create view decision_v_outcome as
select d.id, l.case_id, d.level_id, l.level, l.ord, l.body, d.recommendation_id, d.attempt, d.outcome, d.reason,
       d.decided_on, d.source, d.recorded_at, d.recorded_by
  from decision d
  join decision_level l on l.id = d.level_id;
create view decision_v_condition as
select c.id, l.case_id, d.level_id, d.recommendation_id, c.decision_id, c.seq, c.text, c.owner_group, c.due_date,
       c.fulfilled_at, c.fulfilled_by, c.evidence
  from decision_condition c
  join decision d on d.id = c.decision_id
  join decision_level l on l.id = d.level_id;
create view decision_v_opinion as
select case_id, seat_id, opinion, text, recorded_at, recorded_by from technical_opinion;
create view decision_v_technical as
select case_id, asked, opened_at, closed_at, result, reason, corrections, concluded_at, changes, corrected_at
  from technical_validation;
create view decision_v_case as select case_id, outcome, reason, concluded_at from case_decision;
