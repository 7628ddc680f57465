alter table national_process drop constraint ck_national_process_status;
alter table national_process add constraint ck_national_process_status check (status in ('RUNNING', 'SUSPENDED', 'CLOSED'));
alter table national_process drop constraint ck_national_process_outcome;
alter table national_process add constraint ck_national_process_outcome check (outcome in
  ('DECLINED', 'REDIRECTED', 'LAPSED', 'GROUP_NOT_FORMED', 'DIALOGUE_NOT_CONCLUDED', 'REFUSED', 'DECIDED', 'WITHDRAWN'));
alter table national_process drop constraint ck_national_process_end;
alter table national_process add constraint ck_national_process_end
  check (status <> 'CLOSED' or (outcome is not null and reason is not null and closed_at is not null));
alter table national_process add column suspended_at timestamptz;
alter table national_process add constraint ck_national_process_suspended
  check ((status = 'SUSPENDED') = (suspended_at is not null));
alter table support_request drop constraint ck_support_request_status;
alter table support_request add constraint ck_support_request_status check (status in
  ('SUBMITTED', 'ACKNOWLEDGED', 'CLARIFICATION', 'ACCEPTED', 'DECLINED', 'REDIRECTED', 'LAPSED', 'WITHDRAWN'));
