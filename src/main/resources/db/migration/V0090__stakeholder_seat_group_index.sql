create index ix_seat_group on seat (('seat-' || id));
