alter table duty add column claimed_by varchar(64), add column claimed_at timestamptz;
create index ix_duty_claimed on duty (claimed_at) where claimed_by is not null and state = 'open';
create or replace view tracking_v_duty as select * from duty;
create table assisted_entry (
  duty_id             varchar(64) constraint pk_assisted_entry primary key
    constraint fk_assisted_entry_duty references duty,
  case_id             varchar(64)  not null,
  process_instance_id varchar(64)  not null,
  asking_id           varchar(64)  constraint fk_assisted_entry_asking references asking,
  candidate_group     varchar(80)  not null,
  subject_id          varchar(64),
  entered_by          varchar(64)  not null,
  entered_at          timestamptz  not null,
  channel             varchar(20)  not null constraint ck_assisted_entry_channel
    check (channel in ('LETTER', 'EMAIL', 'TELEPHONE', 'MEETING')),
  reference           varchar(120) not null,
  state               varchar(12)  not null constraint ck_assisted_entry_state
    check (state in ('WAITING', 'CONFIRMED', 'DECLINED', 'STRUCK', 'IN_WRITING')),
  decided_by          varchar(64),
  decided_at          timestamptz,
  remark              varchar(1000)
);
create index ix_assisted_entry_instance on assisted_entry (process_instance_id, state);
create index ix_assisted_entry_asking on assisted_entry (asking_id, state);
create view tracking_v_assisted_entry as
select duty_id, case_id, process_instance_id, asking_id, candidate_group, subject_id, entered_by, entered_at, channel,
       reference, state, decided_by, decided_at, remark
  from assisted_entry;
