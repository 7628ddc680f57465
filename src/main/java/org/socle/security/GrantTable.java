package org.socle.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows that say what an account may do. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GrantTable {

  private record Held(String country, String function) {}

  private final JdbcClient jdbc;

  GrantTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Grants of(String accountId) {
    Map<String, Set<Function>> functions = new LinkedHashMap<>();
    jdbc.sql("select country, function from account_function where account_id = ? order by country")
        .param(accountId)
        .query(Held.class)
        .list()
        .forEach(
            held ->
                Function.ofGroup(held.function())
                    .ifPresent(
                        function ->
                            functions
                                .computeIfAbsent(
                                    held.country(), country -> EnumSet.noneOf(Function.class))
                                .add(function)));
    return new Grants(
        words("select role from account_role where account_id = ?", accountId).stream()
            .map(Role::valueOf)
            .collect(Collectors.toSet()),
        functions,
        words("select country from account_country where account_id = ?", accountId),
        words("select agency from account_agency where account_id = ?", accountId));
  }

  private Set<String> words(String sql, String accountId) {
    return jdbc.sql(sql).param(accountId).query(String.class).set();
  }

  /** Lets the account do this and nothing else. */
  void put(String accountId, Grants grants) {
    for (String table : Arrays.asList("function", "agency", "role", "country")) {
      jdbc.sql("delete from account_" + table + " where account_id = ?").param(accountId).update();
    }
    grants.roles().forEach(role -> insert("role", "role", accountId, role.name()));
    grants.countries().forEach(country -> insert("country", "country", accountId, country));
    grants.agencies().forEach(agency -> insert("agency", "agency", accountId, agency));
    grants
        .functions()
        .forEach(
            (country, held) ->
                held.forEach(
                    function ->
                        jdbc.sql(
                                "insert into account_function (account_id, function, country) values (?, ?, ?)")
                            .params(accountId, function.group(), country)
                            .update()));
  }

  private void insert(String table, String column, String accountId, String value) {
    jdbc.sql("insert into account_" + table + " (account_id, " + column + ") values (?, ?)")
        .params(accountId, value)
        .update();
  }

  /**
   * Open administrators other than this account; their rows stay locked, so that two who take the
   * role from each other at the same moment do not both succeed.
   */
  boolean anotherAdministrator(String accountId) {
    return jdbc
        .sql(
            """
            select r.account_id from account_role r
            where r.role = 'ADMINISTRATOR'
              and exists (select 1 from account a
                where a.id = r.account_id and a.closed_at is null and a.invited_at is null)
            order by r.account_id for update of r
            """)
        .query(String.class)
        .list()
        .stream()
        .anyMatch(other -> !other.equals(accountId));
  }
}
