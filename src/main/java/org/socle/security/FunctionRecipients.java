package org.socle.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.notification.Recipients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds a function in a country, and who answers for an agency there. */
@Component
class FunctionRecipients implements Recipients {

  private static final String AGENCY = "agency-";

  private final JdbcClient jdbc;

  FunctionRecipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Party> find(String group, @Nullable String country) {
    if (group.startsWith(AGENCY)) {
      return Optional.of(new Party(agency(group), "AGENCY", people(ofAgency(), group, country)));
    }
    return Function.ofGroup(group)
        .map(function -> new Party(null, "FUNCTION", people(ofFunction(), group, country)));
  }

  private static String agency(String group) {
    return group.substring(AGENCY.length()).toUpperCase(Locale.ROOT);
  }

  private static String ofFunction() {
    return """
        select a.id, a.email, a.language from account a join account_function f on f.account_id = a.id
        where f.function = :group and f.country = :country and a.closed_at is null order by a.id
        """;
  }

  private static String ofAgency() {
    return """
        select a.id, a.email, a.language from account a join account_agency g on g.account_id = a.id
          join account_country c on c.account_id = a.id
        where 'agency-' || lower(g.agency) = :group and c.country = :country and a.closed_at is null order by a.id
        """;
  }

  private List<Addressee> people(String sql, String group, @Nullable String country) {
    return jdbc.sql(sql)
        .param("group", group)
        .param("country", country)
        .query(
            (row, number) ->
                new Addressee(
                    "account-" + row.getString("id"),
                    Capacity.HOLDER,
                    row.getString("email"),
                    row.getString("language")))
        .list();
  }
}
