create table evidence (
  id           bigint generated always as identity constraint pk_evidence primary key,
  case_id      varchar(64),
  at           timestamptz  not null,
  actor        varchar(64)  not null,
  action       varchar(80)  not null,
  subject      varchar(120),
  content      text         not null,
  content_hash char(64)     not null
);
create index ix_evidence_case on evidence (case_id, id);
create table rule_set (
  case_id      varchar(64) not null,
  decision_key varchar(60) not null,
  version      integer     not null,
  constraint pk_rule_set primary key (case_id, decision_key)
);
create table replayed_case (
  case_id     varchar(64)  constraint pk_replayed_case primary key,
  file_hash   char(64)     not null constraint uq_replayed_case_file unique,
  sources     text         not null
);
create table published_gap (
  id      bigint generated always as identity constraint pk_published_gap primary key,
  case_id varchar(64)  not null,
  at      timestamptz  not null,
  kind    varchar(24)  not null constraint ck_published_gap_kind check (kind in ('NOT_PUBLISHED', 'PUBLISHED_OTHERWISE')),
  step    varchar(80)  not null,
  detail  text         not null,
  source  text
);
create index ix_published_gap_case on published_gap (case_id, id);
