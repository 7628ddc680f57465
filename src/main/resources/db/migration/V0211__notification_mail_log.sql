-- Every mail about a case, once for each person; a row that is not shared out (yet) stands for itself.
create view notification_v_mail as
select o.id as mail_id, cast(null as bigint) as delivery_id, o.case_id, o.kind, o.recipient, cast(null as varchar) as capacity,
       cast(null as varchar) as party, cast(null as varchar) as address, o.state, o.attempts, o.created_at, o.due_at, o.ended_at,
       o.last_error
  from notification_outbox o where o.state <> 'expanded'
union all
select o.id, d.id, o.case_id, o.kind, o.recipient, d.capacity, d.party, d.address, d.state, d.attempts, o.created_at, d.due_at,
       d.ended_at, d.last_error
  from notification_outbox o join notification_delivery d on d.outbox_id = o.id;
