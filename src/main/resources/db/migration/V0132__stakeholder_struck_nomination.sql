alter table nomination add column struck_answer varchar(10), add column struck_at timestamptz;
alter table nomination drop constraint ck_nomination_answer;
alter table nomination add constraint ck_nomination_answer
  check (answer in ('NOMINATE', 'DECLINE', 'SILENT', 'WITHDRAWN', 'STRUCK'));
