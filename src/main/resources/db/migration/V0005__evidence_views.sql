create or replace view evidence_v_published_gap as
select id, case_id, at, kind, step, detail, source from published_gap;
