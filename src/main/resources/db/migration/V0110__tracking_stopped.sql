-- working_days: the term counts working days, so a pause moves it by the working days that the pause took.
alter table duty drop constraint ck_duty_state;
alter table duty add constraint ck_duty_state check (state in ('open', 'stopped', 'answered', 'silent', 'cancelled'));
alter table duty add column working_days boolean not null default false;
alter table asking add column working_days boolean not null default false;
alter table asking add column stopped_at timestamptz;
