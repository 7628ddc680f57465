create table asking (
  id                  varchar(64) constraint pk_asking primary key,
  case_id             varchar(64)  not null,
  country             char(3)      not null,
  kind                varchar(40)  not null,
  join_message        varchar(60)  not null,
  waiting_instance_id varchar(64)  not null,
  due_date            date         not null,
  asked               integer      not null,
  opened_at           timestamptz  not null,
  joined_at           timestamptz,
  closed_at           timestamptz,
  close_reason        varchar(40)
);
create index ix_asking_case on asking (case_id, opened_at);
create index ix_asking_open on asking (opened_at) where joined_at is null and closed_at is null;
create table duty (
  id                  varchar(64) constraint pk_duty primary key,
  case_id             varchar(64)  not null,
  country             char(3)      not null,
  task_id             varchar(64)  not null constraint uq_duty_task unique,
  process_instance_id varchar(64)  not null,
  process_key         varchar(80)  not null,
  element             varchar(80)  not null,
  form                varchar(80)  not null,
  candidate_group     varchar(80)  not null,
  asking_id           varchar(64)  constraint fk_duty_asking references asking,
  subject_id          varchar(64),
  asked_at            timestamptz  not null,
  due_date            date,
  seen_at             timestamptz,
  answered_at         timestamptz,
  answered_by         varchar(64),
  channel             varchar(20),
  reference           varchar(120),
  state               varchar(12)  not null constraint ck_duty_state check (state in ('open', 'answered', 'silent', 'cancelled'))
);
create index ix_duty_group on duty (candidate_group, state, due_date);
create index ix_duty_case on duty (case_id, asked_at);
create index ix_duty_asking on duty (asking_id, state);
create index ix_duty_due on duty (due_date) where state = 'open';
create view tracking_v_duty as select * from duty;
