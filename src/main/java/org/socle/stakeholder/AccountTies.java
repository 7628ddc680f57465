package org.socle.stakeholder;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.security.IdentityDirectory;
import org.socle.security.IdentityDirectory.Person;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ties accounts to institutions and to the members that a letter has named. Who sits for an
 * institution is never changed here: that needs a letter, and {@link SeatChanges} takes it.
 */
@Service
public class AccountTies {

  /** As what an account acts for an institution. */
  public enum Place {
    CONTACT,
    FULL_MEMBER,
    SUBSTITUTE
  }

  private record Row(
      String institutionId,
      String acronym,
      @Nullable String contactAccount,
      @Nullable String personId,
      @Nullable String name,
      @Nullable String email,
      @Nullable String personAccount) {}

  private static final String FIELD = "place";

  private final JdbcClient jdbc;
  private final IdentityDirectory directory;
  private final RunningCases cases;
  private final Evidence evidence;

  AccountTies(JdbcClient jdbc, IdentityDirectory directory, RunningCases cases, Evidence evidence) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.cases = cases;
    this.evidence = evidence;
  }

  /**
   * Lets an account act for an institution of a running case: as its contact, who replaces the one
   * it has, or as the member whom the letter in force names and who acts by no account yet.
   *
   * @throws InvalidFormException when that cannot be; nothing is stored then
   */
  @Transactional
  public void tie(
      String caseId, String institutionId, Place place, String accountId, String actor) {
    if (!cases.running(caseId)) {
      throw InvalidFormException.of(FIELD, "error.tie-not-running");
    }
    Row row =
        find(caseId, institutionId, place)
            .orElseThrow(() -> InvalidFormException.of(FIELD, "error.not-an-option"));
    Person account =
        directory
            .user(accountId)
            .orElseThrow(() -> InvalidFormException.of("", "error.account-closed"));
    Map<String, Object> facts = new HashMap<>();
    facts.put("institution", row.acronym());
    facts.put("place", place.name());
    if (place == Place.CONTACT) {
      if (row.contactAccount() != null) {
        facts.put("instead", row.contactAccount());
      }
      contact(row, accountId);
    } else {
      member(row, account);
    }
    evidence.record(caseId, actor, "account.tied", accountId, facts);
  }

  private Optional<Row> find(String caseId, String institutionId, Place place) {
    String member = place == Place.SUBSTITUTE ? "n.substitute_id" : "n.full_member_id";
    return jdbc.sql(
            """
            select i.id as institution_id, i.acronym, i.account_id as contact_account, p.id as person_id, p.name, p.email,
              p.account_id as person_account
            from institution i
            left join seat s on s.institution_id = i.id and s.to_at is null and s.state = 'SEATED'
            left join lateral (select full_member_id, substitute_id from nomination
              where seat_id = s.id and answer = 'NOMINATE' order by seq desc limit 1) n on true
            left join person p on p.id = """
                + member
                + " where i.id = ? and i.case_id = ? for no key update of i")
        .params(institutionId, caseId)
        .query(Row.class)
        .optional();
  }

  private void contact(Row row, String accountId) {
    if (accountId.equals(row.contactAccount())) {
      throw InvalidFormException.of(FIELD, "error.tied-already");
    }
    jdbc.sql("update institution set account_id = ? where id = ?")
        .params(accountId, row.institutionId())
        .update();
  }

  private void member(Row row, Person account) {
    if (row.personId() == null || row.name() == null) {
      throw InvalidFormException.of(FIELD, "error.tie-nobody-named");
    }
    if (row.personAccount() != null) {
      throw InvalidFormException.of(FIELD, "error.tie-member-has-account");
    }
    if (!same(row, account)) {
      throw InvalidFormException.of(FIELD, "error.tie-other-person", row.name());
    }
    int tied =
        jdbc.sql("update person set account_id = ? where id = ? and account_id is null")
            .params(account.accountId(), row.personId())
            .update();
    if (tied == 0) {
      throw InvalidFormException.of(FIELD, "error.tie-member-has-account");
    }
  }

  // The letter decides who sits; an account of somebody else would sit without one.
  private static boolean same(Row row, Person account) {
    if (row.email() != null && row.email().strip().equalsIgnoreCase(account.email().strip())) {
      return true;
    }
    return plain(String.valueOf(row.name())).equals(plain(account.displayName()));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
