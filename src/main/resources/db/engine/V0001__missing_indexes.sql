create index if not exists ix_socle_job_due_date on act_ru_job (duedate_);
create index if not exists ix_socle_job_lock_expiry on act_ru_job (lock_exp_time_);
create index if not exists ix_socle_task_due_date on act_ru_task (due_date_);
create index if not exists ix_socle_task_follow_up on act_ru_task (follow_up_date_);
create index if not exists ix_socle_task_key on act_ru_task (task_def_key_);
create index if not exists ix_socle_historic_task_assignee on act_hi_taskinst (assignee_);
create index if not exists ix_socle_historic_task_due_date on act_hi_taskinst (due_date_);
create index if not exists ix_socle_historic_task_key on act_hi_taskinst (task_def_key_);
