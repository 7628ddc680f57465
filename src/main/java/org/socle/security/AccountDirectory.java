package org.socle.security;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who exists from the account tables and, for seats, from those who keep them. */
@Component
class AccountDirectory implements IdentityDirectory {

  private static final String PERSON =
      "select a.id as account_id, a.login_name, a.display_name, a.email, a.language from account a ";

  private final JdbcClient jdbc;
  private final ObjectProvider<Memberships> memberships;

  AccountDirectory(JdbcClient jdbc, ObjectProvider<Memberships> memberships) {
    this.jdbc = jdbc;
    this.memberships = memberships;
  }

  @Override
  public Optional<Person> user(String accountId) {
    return jdbc.sql(PERSON + "where a.id = ? and a.closed_at is null")
        .param(accountId)
        .query(Person.class)
        .optional();
  }

  @Override
  public List<Person> users(@Nullable String group, int offset, int limit) {
    if (group == null) {
      return jdbc.sql(
              PERSON + "where a.closed_at is null order by a.display_name, a.id offset ? limit ?")
          .params(offset, limit)
          .query(Person.class)
          .list();
    }
    return jdbc.sql(
            PERSON
                + """
        where a.closed_at is null and a.id in (
          select account_id from security_v_held_role where role = :role
          union all select account_id from security_v_held_function where function = :group
          union all select account_id from account_agency where 'agency-' || agency = :group
          union all select unnest(cast(:members as varchar[])))
        order by a.display_name, a.id offset :offset limit :limit""")
        .param("role", Role.ofGroup(group).map(Enum::name).orElse(""))
        .param("group", group)
        .param("members", membersOf(group).toArray(String[]::new))
        .param("offset", offset)
        .param("limit", limit)
        .query(Person.class)
        .list();
  }

  private Set<String> membersOf(String group) {
    Set<String> accounts = new LinkedHashSet<>();
    if (group.startsWith("seat-") || group.startsWith("agency-")) {
      memberships.forEach(port -> accounts.addAll(port.accountsOf(group)));
    }
    return accounts;
  }

  @Override
  public Set<String> groupsOf(String accountId) {
    List<String> own = ownGroups(accountId);
    if (own.isEmpty()) {
      return Set.of();
    }
    Set<String> groups = new LinkedHashSet<>();
    own.forEach(
        group ->
            groups.add(
                group.startsWith("ROLE:") ? Role.valueOf(group.substring(5)).group() : group));
    memberships.forEach(port -> groups.addAll(port.groupsOf(accountId)));
    return groups;
  }

  private List<String> ownGroups(String accountId) {
    return jdbc.sql(
            """
        with open_account as (select id from account where id = :id and closed_at is null)
        select 'ROLE:' || role from security_v_held_role join open_account on account_id = id
        union select function from security_v_held_function join open_account on account_id = id
        union select 'agency-' || agency from account_agency join open_account on account_id = id""")
        .param("id", accountId)
        .query(String.class)
        .list();
  }

  @Override
  public Set<String> countriesOf(String accountId) {
    return new LinkedHashSet<>(
        jdbc.sql(
                """
        select distinct c.country from security_v_held_country c join account a on a.id = c.account_id
        where a.id = ? and a.closed_at is null order by c.country""")
            .param(accountId)
            .query(String.class)
            .list());
  }

  @Override
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    Stream.of(Role.values())
        .forEach(role -> groups.add(new Group(role.group(), role.label(), "role")));
    Stream.of(Function.values())
        .forEach(each -> groups.add(new Group(each.group(), each.label(), "function")));
    return groups;
  }

  @Override
  public Optional<Group> group(String groupId) {
    if (groupId.startsWith("seat-")) {
      return Optional.of(new Group(groupId, groupId, "seat"));
    }
    if (groupId.startsWith("agency-")) {
      return Optional.of(new Group(groupId, groupId, "agency"));
    }
    return groups().stream().filter(group -> group.id().equals(groupId)).findFirst();
  }
}
