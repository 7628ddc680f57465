package org.socle.security;

/** Whether staff have a second factor. */
public enum SecondFactorPolicy {
  /** Nobody can set one up; those who have one still give its code. */
  OFF,
  /** Staff may set one up. */
  OFFERED,
  /** Nothing opens for staff until they have one. */
  REQUIRED
}
