-- A session carries the number that its account had at sign-in; a raised number ends every session.
alter table account add session_epoch bigint not null default 0;
alter table account add password_due boolean not null default false;
