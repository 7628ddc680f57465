-- Forms are forgotten after a week; what other programs sent under a key of their own is kept.
create index ix_submission_form on submission (sent_at) where key not like 'api-%';
