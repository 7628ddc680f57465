create view evidence_v_entry as
  select id, case_id, at, actor, action, subject, content, content_hash from evidence where case_id is not null;
