-- What was sent once, so that the same form sent again has no second effect.
create table submission (
  account_id  varchar(64)  not null,
  key         varchar(100) not null,
  fingerprint char(64)     not null,
  result      varchar(200) not null,
  sent_at     timestamptz  not null,
  constraint pk_submission primary key (account_id, key)
);
