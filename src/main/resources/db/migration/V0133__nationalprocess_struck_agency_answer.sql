alter table agency_answer add column struck_answer varchar(12), add column struck_at timestamptz;
