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
class AccountDirectory implements IdentityDirectory, Standings {

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
          select account_id from account_role where role = :role
          union all select account_id from account_function where function = :group
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
    return of(accountId).groups();
  }

  /** One statement for all of it, since it is asked with every request. */
  @Override
  public Standing of(String accountId) {
    List<Fact> facts = facts(accountId);
    Set<String> groups = new LinkedHashSet<>();
    facts.stream().map(Fact::group).forEach(groups::add);
    if (groups.isEmpty()) {
      return Standing.CLOSED;
    }
    memberships.forEach(port -> groups.addAll(port.groupsOf(accountId)));
    Fact first = facts.get(0);
    return new Standing(groups, first.epoch(), first.passwordDue(), first.secondFactor());
  }

  private List<Fact> facts(String accountId) {
    return jdbc.sql(
            """
        with open_account as (
          select id, session_epoch, password_due, exists (
            select 1 from account_second_factor f
            where f.account_id = a.id and f.confirmed_at is not null) as second_factor
          from account a where id = :id and closed_at is null),
        held as (
          select account_id, 'ROLE:' || role as name from account_role where account_id = :id
          union select account_id, function from account_function where account_id = :id
          union select account_id, 'agency-' || agency from account_agency where account_id = :id)
        select name, session_epoch, password_due, second_factor
        from open_account join held on account_id = id""")
        .param("id", accountId)
        .query(
            (row, number) ->
                new Fact(
                    named(row.getString("name")),
                    row.getLong("session_epoch"),
                    row.getBoolean("password_due"),
                    row.getBoolean("second_factor")))
        .list();
  }

  private static String named(String name) {
    return name.startsWith("ROLE:") ? Role.valueOf(name.substring(5)).group() : name;
  }

  @Override
  public Set<String> countriesOf(String accountId) {
    return new LinkedHashSet<>(
        jdbc.sql(
                """
        select c.country from account_country c join account a on a.id = c.account_id
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

  /** One group that an account holds itself, and what the account is besides. */
  private record Fact(String group, long epoch, boolean passwordDue, boolean secondFactor) {}
}
