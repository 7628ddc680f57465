package org.socle.security;

/** Says what an account is at this moment. */
interface Standings {

  /** Its standing; {@link Standing#CLOSED} when it was closed or never existed. */
  Standing of(String accountId);
}
