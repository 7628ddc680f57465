create table case_number (
  country char(3) not null,
  year    integer not null,
  last    integer not null,
  constraint pk_case_number primary key (country, year)
);
create table national_process (
  id          varchar(64) constraint pk_national_process primary key,
  reference   varchar(30) not null constraint uq_national_process_reference unique,
  country     char(3)     not null,
  title       text        not null,
  title_fr    text,
  title_es    text,
  status      varchar(10) not null constraint ck_national_process_status check (status in ('RUNNING', 'CLOSED')),
  outcome     varchar(30) constraint ck_national_process_outcome check (outcome in
    ('DECLINED', 'REDIRECTED', 'LAPSED', 'GROUP_NOT_FORMED', 'DIALOGUE_NOT_CONCLUDED', 'REFUSED', 'DECIDED')),
  reason      text,
  training    boolean     not null,
  opened_at   timestamptz not null,
  closed_at   timestamptz,
  lead_agency varchar(30),
  constraint ck_national_process_end
    check (status = 'RUNNING' or (outcome is not null and reason is not null and closed_at is not null))
);
create index ix_national_process_country on national_process (country, opened_at);
create table phase (
  id         bigint generated always as identity constraint pk_phase primary key,
  case_id    varchar(64) not null constraint fk_phase_case references national_process,
  phase      varchar(20) not null
    constraint ck_phase_phase check (phase in ('REQUEST', 'WORKING_GROUP', 'DIALOGUE', 'VALIDATION')),
  entered_at timestamptz not null,
  left_at    timestamptz
);
create unique index uq_phase_current on phase (case_id) where left_at is null;
create index ix_phase_case on phase (case_id, id);
create table milestone (
  id         bigint generated always as identity constraint pk_milestone primary key,
  case_id    varchar(64) not null constraint fk_milestone_case references national_process,
  date_text  varchar(10) not null constraint ck_milestone_date check (date_text ~ '^\d{4}-\d{2}(-\d{2})?$'),
  until_text varchar(10) constraint ck_milestone_until check (until_text ~ '^\d{4}-\d{2}(-\d{2})?$'),
  kind       varchar(40) not null,
  who        text,
  what       text        not null,
  source     text
);
create index ix_milestone_case on milestone (case_id, date_text, id);
