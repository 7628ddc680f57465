package org.socle.portal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads people and the institutions for which they act, one statement each. */
@Repository
class PeopleReads {

  /** Longest page of people. */
  static final int PAGE = 50;

  private static final int LONGEST_PAGE = 10_000;
  private static final int MOST_WORDS = 6;

  /** An institution of a case that has not ended, and as what an account acts for it. */
  record Tie(
      String caseId,
      String reference,
      String country,
      String title,
      @Nullable String titleFr,
      @Nullable String titleEs,
      String acronym,
      String institution,
      String place,
      @Nullable String seatId) {

    /** The title of the case in the reader's language where there is one. */
    public String title(Locale locale) {
      return Titles.of(locale, title, titleFr, titleEs);
    }
  }

  /**
   * An institution of a case and who acts for it.
   *
   * @param contact name of its contact's account, or null
   * @param fullMember name in the letter, null where nobody is named
   * @param fullMemberAccount whether that member acts by an account
   */
  record Place(
      String institutionId,
      String acronym,
      String institution,
      @Nullable String contact,
      @Nullable String seatId,
      @Nullable String state,
      @Nullable String fullMember,
      boolean fullMemberAccount,
      @Nullable String substitute,
      boolean substituteAccount) {

    /** Whether somebody sits for it. */
    public boolean sits() {
      return "SEATED".equals(state);
    }
  }

  private static final String PERSON =
      """
      select a.id, a.login_name, a.display_name, a.email, a.language, a.state, a.roles, a.functions, a.countries,
        a.agencies, (select string_agg(distinct t.acronym, ', ' order by t.acronym)
          from stakeholder_v_account_tie t join nationalprocess_v_case c on c.id = t.case_id and c.status <> 'CLOSED'
          where t.account_id = a.id
      """;
  private static final String OF_COUNTRY = " and c.country in (:countries)";

  private final JdbcClient jdbc;

  PeopleReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of people in order of their names, and one more when there is a next page.
   *
   * @param countries only people of one of these; null for all
   * @param search words of names, sign-in names or institutions; empty for all
   * @param page 1 for the first
   */
  List<PersonRow> people(@Nullable Collection<String> countries, String search, int page) {
    String words = words(search);
    StringBuilder sql = new StringBuilder(PERSON);
    sql.append(countries == null ? "" : OF_COUNTRY);
    sql.append(") as institutions from security_v_account a where true");
    if (countries != null) {
      sql.append(
          """
           and exists (select 1 from security_v_account_country o
            where o.account_id = a.id and o.country in (:countries))
          """);
    }
    if (!search.isBlank()) {
      sql.append(
              """
               and a.id in (select id from security_v_account where words @@ to_tsquery('simple', :words)
                union select t.account_id from stakeholder_v_account_tie t
                  join nationalprocess_v_case c on c.id = t.case_id and c.status <> 'CLOSED'
                  where t.words @@ to_tsquery('simple', :words)
              """)
          .append(countries == null ? "" : OF_COUNTRY)
          .append(")");
    }
    sql.append(" order by a.display_name, a.id offset :offset limit :limit");
    return jdbc.sql(sql.toString())
        .param("countries", countries == null || countries.isEmpty() ? List.of("-") : countries)
        .param("words", words.isEmpty() ? "nobody&!nobody" : words)
        .param("offset", (Math.min(Math.max(page, 1), LONGEST_PAGE) - 1) * PAGE)
        .param("limit", PAGE + 1)
        .query(PersonRow.class)
        .list();
  }

  /** One person. */
  Optional<PersonRow> person(String accountId) {
    return jdbc.sql(PERSON + ") as institutions from security_v_account a where a.id = :id")
        .param("id", accountId)
        .query(PersonRow.class)
        .optional();
  }

  /** For what a person may act in cases that have not ended. */
  List<Tie> ties(String accountId) {
    return jdbc.sql(
            """
            select t.case_id, c.reference, c.country, c.title, c.title_fr, c.title_es, t.acronym, t.institution, t.place,
              t.seat_id
            from stakeholder_v_account_tie t join nationalprocess_v_case c on c.id = t.case_id and c.status <> 'CLOSED'
            where t.account_id = :id order by c.reference, t.acronym, t.place
            """)
        .param("id", accountId)
        .query(Tie.class)
        .list();
  }

  /** Running cases of the countries, the newest first, at most 200. */
  List<CaseRow> running(Collection<String> countries) {
    return jdbc.sql(
            """
            select id, reference, country, title, title_fr, title_es, status, phase, phase_since, outcome, reason, training,
              opened_at, closed_at, lead_agency
            from nationalprocess_v_case
            where country in (:countries) and status = 'RUNNING' order by opened_at desc, id limit 200
            """)
        .param("countries", countries.isEmpty() ? List.of("-") : countries)
        .query(CaseRow.class)
        .list();
  }

  /** The institutions on the map of a case and who acts for each. */
  List<Place> places(String caseId) {
    return jdbc.sql(
            """
            select p.institution_id, p.acronym, p.institution, a.display_name as contact, p.seat_id, p.state,
              p.full_member, p.full_member_account is not null as full_member_account, p.substitute,
              p.substitute_account is not null as substitute_account
            from stakeholder_v_place p left join security_v_person a on a.id = p.contact_account
            where p.case_id = :id order by p.acronym
            """)
        .param("id", caseId)
        .query(Place.class)
        .list();
  }

  // Letters and digits only, without accents, each the beginning of a word.
  private static String words(String search) {
    String plain =
        Normalizer.normalize(search, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }
}
