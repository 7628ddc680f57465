create table notification_outbox (
  id         bigint generated always as identity constraint pk_notification_outbox primary key,
  case_id    varchar(64),
  kind       varchar(60)  not null,
  recipient  varchar(120) not null,
  event      varchar(120) not null,
  state      varchar(12)  not null constraint ck_notification_outbox_state check (state in ('held', 'replayed')),
  created_at timestamptz  not null,
  constraint uq_notification_outbox unique (event, kind, recipient)
);
create index ix_notification_outbox_case on notification_outbox (case_id, id);
