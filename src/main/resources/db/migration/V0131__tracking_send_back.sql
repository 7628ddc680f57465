create table send_back (
  id                  varchar(64) constraint pk_send_back primary key,
  case_id             varchar(64)   not null,
  process_instance_id varchar(64)   not null,
  element             varchar(80)   not null,
  reason              varchar(1000) not null,
  sent_by             varchar(64)   not null,
  sent_at             timestamptz   not null,
  duty_id             varchar(64)   constraint fk_send_back_duty references duty,
  earlier             text
);
create index ix_send_back_instance on send_back (process_instance_id) where duty_id is null;
create index ix_send_back_duty on send_back (duty_id);
create index ix_send_back_case on send_back (case_id, sent_at);
create view tracking_v_send_back as
select id, case_id, element, reason, sent_by, sent_at, duty_id, earlier from send_back;
