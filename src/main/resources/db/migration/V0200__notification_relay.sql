alter table notification_outbox
  drop constraint ck_notification_outbox_state,
  add constraint ck_notification_outbox_state
    check (state in ('held', 'replayed', 'queued', 'accepted', 'refused', 'given-up', 'void')),
  add column attempts   integer not null default 0,
  add column due_at     timestamptz,
  add column ended_at   timestamptz,
  add column last_error varchar(300);
create index ix_notification_outbox_due on notification_outbox (due_at, id) where state = 'queued';
