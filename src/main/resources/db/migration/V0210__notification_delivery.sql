-- A row of the outbox is for a group; at the moment it leaves it becomes one delivery for each person who may act.
alter table notification_outbox
  drop constraint ck_notification_outbox_state,
  add constraint ck_notification_outbox_state check (state in
    ('held', 'replayed', 'queued', 'expanded', 'unreachable', 'void', 'given-up', 'accepted', 'refused'));
create table notification_delivery (
  id         bigint generated always as identity constraint pk_notification_delivery primary key,
  outbox_id  bigint       not null constraint fk_notification_delivery_outbox references notification_outbox,
  person     varchar(120) not null,
  capacity   varchar(12)  not null constraint ck_notification_delivery_capacity
    check (capacity in ('PERSON', 'HOLDER', 'TITULAR', 'ALTERNATE', 'CONTACT', 'INSTITUTION', 'COPY')),
  party      varchar(200),
  address    varchar(254),
  language   char(2)      constraint ck_notification_delivery_language check (language in ('en', 'fr', 'es')),
  state      varchar(12)  not null constraint ck_notification_delivery_state
    check (state in ('queued', 'sending', 'accepted', 'refused', 'given-up', 'bounced', 'void')),
  attempts   integer      not null default 0,
  created_at timestamptz  not null,
  due_at     timestamptz,
  ended_at   timestamptz,
  last_error varchar(300),
  constraint uq_notification_delivery unique (outbox_id, person)
);
create index ix_notification_delivery_due on notification_delivery (due_at, id) where state in ('queued', 'sending');
