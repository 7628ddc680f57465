package org.socle.security;

import java.util.Set;

/**
 * What an open account is at this moment.
 *
 * @param groups roles, functions, seats and agencies; empty when the account was closed
 * @param epoch number of its sessions
 * @param passwordDue whether it must change its password
 * @param secondFactor whether it has a second factor
 */
record Standing(Set<String> groups, long epoch, boolean passwordDue, boolean secondFactor) {

  static final Standing CLOSED = new Standing(Set.of(), 0, false, false);

  boolean staff() {
    return groups.contains(Role.COORDINATOR.group()) || groups.contains(Role.ADMINISTRATOR.group());
  }
}
