create table working_group (
  case_id         varchar(64) constraint pk_working_group primary key,
  mandate         text,
  decision_rule   varchar(20),
  quorum_profile  varchar(30),
  max_rounds      integer constraint ck_working_group_rounds check (max_rounds between 1 and 9),
  languages       text,
  act_type        varchar(10),
  act_number      text,
  act_date        date,
  act_issuer      text,
  installed_at    timestamptz,
  resolution      varchar(10) constraint ck_working_group_resolution check (resolution in ('ASK_AGAIN', 'ABANDON')),
  resolution_reason text
);
create table composition_finding (
  id      bigint generated always as identity constraint pk_composition_finding primary key,
  case_id varchar(64) not null,
  at      timestamptz not null,
  rule    varchar(4)  not null,
  level   varchar(10) not null constraint ck_composition_finding_level check (level in ('BLOCKER', 'WARNING', 'INFO')),
  result  varchar(24) not null
    constraint ck_composition_finding_result check (result in ('FAILED', 'NOT_PUBLISHED', 'PUBLISHED_OTHERWISE'))
);
create index ix_composition_finding_case on composition_finding (case_id, id);
