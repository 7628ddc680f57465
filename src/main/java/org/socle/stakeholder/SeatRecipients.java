package org.socle.stakeholder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.notification.Recipients;
import org.socle.security.IdentityDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may act for a seat or an agency today, and where an institution is reached otherwise. */
@Component
class SeatRecipients implements Recipients {

  private static final String SEAT = "seat-";
  private static final String AGENCY = "agency-";

  private final JdbcClient jdbc;
  private final IdentityDirectory directory;
  private final Countries countries;

  SeatRecipients(JdbcClient jdbc, IdentityDirectory directory, Countries countries) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.countries = countries;
  }

  @Override
  public Optional<Party> find(String group, @Nullable String country) {
    if (group.startsWith(SEAT)) {
      return seat(group.substring(SEAT.length())).map(row -> party(row, country));
    }
    if (group.startsWith(AGENCY)) {
      String code = group.substring(AGENCY.length());
      return Optional.of(
          new Party(code.toUpperCase(Locale.ROOT), "AGENCY", contacts(group, country)));
    }
    return Optional.empty();
  }

  /** Only the last nomination counts; for a seat that has ended nobody may act. */
  private Optional<Row> seat(String seatId) {
    return jdbc.sql(
            """
            select i.id as institution_id, i.name as institution, i.email, i.account_id, s.side,
              f.id as member_id, f.email as member_email, f.account_id as member_account,
              u.id as substitute_id, u.email as substitute_email, u.account_id as substitute_account
            from seat s join institution i on i.id = s.institution_id
            left join lateral (select full_member_id, substitute_id from nomination
              where seat_id = s.id and answer = 'NOMINATE' order by seq desc limit 1) n on true
            left join person f on f.id = n.full_member_id
            left join person u on u.id = n.substitute_id
            where s.id = ? and s.to_at is null
            """)
        .param(seatId)
        .query(Row.class)
        .optional();
  }

  private Party party(Row row, @Nullable String country) {
    String language = country == null ? "en" : countries.of(country).workingLanguage();
    List<Addressee> people = new ArrayList<>();
    account(row.memberAccount(), Capacity.TITULAR)
        .or(() -> person(row.memberId(), row.memberEmail(), Capacity.TITULAR, language))
        .ifPresent(people::add);
    account(row.substituteAccount(), Capacity.ALTERNATE)
        .or(() -> person(row.substituteId(), row.substituteEmail(), Capacity.ALTERNATE, language))
        .ifPresent(people::add);
    account(row.accountId(), Capacity.CONTACT).ifPresent(people::add);
    if (row.email() != null) {
      people.add(
          new Addressee(
              "institution-" + row.institutionId(), Capacity.INSTITUTION, row.email(), language));
    }
    return new Party(row.institution(), row.side(), people);
  }

  /** An open account that has an address; without one, what the letter said is used. */
  private Optional<Addressee> account(@Nullable String accountId, Capacity capacity) {
    return Optional.ofNullable(accountId)
        .flatMap(directory::user)
        .filter(user -> !user.email().isBlank())
        .map(
            user ->
                new Addressee(
                    "account-" + user.accountId(), capacity, user.email(), user.language()));
  }

  private static Optional<Addressee> person(
      @Nullable String id, @Nullable String email, Capacity capacity, String language) {
    return id == null || email == null
        ? Optional.empty()
        : Optional.of(new Addressee("person-" + id, capacity, email, language));
  }

  private List<Addressee> contacts(String group, @Nullable String country) {
    return jdbc
        .sql(
            """
            select account_id from agency_contact
            where 'agency-' || lower(agency) = ? and country = ? order by account_id
            """)
        .params(group, country)
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> account(id, Capacity.HOLDER).stream())
        .toList();
  }

  private record Row(
      String institutionId,
      String institution,
      @Nullable String email,
      @Nullable String accountId,
      String side,
      @Nullable String memberId,
      @Nullable String memberEmail,
      @Nullable String memberAccount,
      @Nullable String substituteId,
      @Nullable String substituteEmail,
      @Nullable String substituteAccount) {}
}
