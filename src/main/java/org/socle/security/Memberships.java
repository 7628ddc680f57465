package org.socle.security;

import java.util.Set;

/** Says which seats and agencies a person may act for today. */
public interface Memberships {

  /**
   * Groups {@code seat-<id>} and {@code agency-<code>} of an account; empty when it acts for none.
   */
  Set<String> groupsOf(String accountId);

  /**
   * Account ids that may act for a {@code seat-} or {@code agency-} group today; empty where nobody
   * is listed.
   */
  default Set<String> accountsOf(String groupId) {
    return Set.of();
  }
}
