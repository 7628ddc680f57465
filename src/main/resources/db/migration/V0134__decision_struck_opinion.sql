alter table technical_opinion add column struck_opinion varchar(30), add column struck_text varchar(4000),
  add column struck_at timestamptz;
