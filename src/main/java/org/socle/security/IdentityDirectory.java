package org.socle.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who exists and what they may act for today, read-only; the engine's identity provider stands on
 * it.
 */
public interface IdentityDirectory {

  /** An open account; empty when there is none or it was closed. */
  Optional<Person> user(String accountId);

  /**
   * A page of the open accounts in order of their display names.
   *
   * @param group only those who belong to the group today, or null for all
   * @param offset number of accounts to leave out, 0 or more
   * @param limit longest page, 1 to 1000
   */
  List<Person> users(@Nullable String group, int offset, int limit);

  /**
   * Roles, functions, seats and agencies that an open account may act for today; empty when it was
   * closed.
   */
  Set<String> groupsOf(String accountId);

  /**
   * ISO 3166 alpha-3 codes of the countries that an open account may see; empty when it was closed.
   */
  Set<String> countriesOf(String accountId);

  /**
   * Roles and functions, the groups that exist in every installation; seats and agencies are not
   * listed.
   */
  List<Group> groups();

  /** One group; every {@code seat-} and {@code agency-} group is taken to exist. */
  Optional<Group> group(String groupId);

  /**
   * A person who can sign in.
   *
   * @param accountId id of the account, also the engine's user id
   * @param loginName name used at sign-in
   * @param displayName name that others read
   * @param email address, or empty
   * @param language en, fr or es
   */
  record Person(
      String accountId, String loginName, String displayName, String email, String language) {}

  /**
   * A group that receives tasks or opens doors.
   *
   * @param name English name
   * @param kind role, function, seat or agency
   */
  record Group(String id, String name, String kind) {}
}
