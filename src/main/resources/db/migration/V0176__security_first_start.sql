-- The one link with which an empty installation gets its administrator; only its hash is kept.
create table account_setup (
  id         smallint constraint pk_account_setup primary key
    constraint ck_account_setup_one check (id = 1),
  link_hash  char(64),
  expires_at timestamptz,
  used_at    timestamptz
);
insert into account_setup (id) values (1);
