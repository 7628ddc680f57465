alter table submission alter column result type text;
