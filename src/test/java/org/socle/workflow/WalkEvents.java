package org.socle.workflow;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.nationalprocess.Interruptions;
import org.socle.security.Accounts;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.stakeholder.AgencyContacts;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.NewSeat;
import org.socle.stakeholder.SeatChanges;
import org.socle.tracking.Joins;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may happen to a case beside answers and time: its seats change, it stands still or goes on,
 * its government changes. Each says what happened, or nothing when it could not.
 */
@Component
class WalkEvents {

  private static final String ACTOR = "acc-walk";
  private static final String REASON = "Walked on";
  private static final List<String> CATEGORIES = List.of("EMP", "WRK", "GOV_CORE", "CSO_NAT");

  private final SeatChanges changes;
  private final Interruptions interruptions;
  private final GovernmentChanges governments;
  private final Accounts accounts;
  private final AgencyContacts contacts;
  private final Joins joins;
  private final JdbcClient jdbc;
  private String owner = "";

  WalkEvents(
      SeatChanges changes,
      Interruptions interruptions,
      GovernmentChanges governments,
      Accounts accounts,
      AgencyContacts contacts,
      Joins joins,
      JdbcClient jdbc) {
    this.changes = changes;
    this.interruptions = interruptions;
    this.governments = governments;
    this.accounts = accounts;
    this.contacts = contacts;
    this.joins = joins;
    this.jdbc = jdbc;
  }

  Optional<String> addSeat(String caseId, WalkAnswers answers) {
    String acronym = "N" + count("select count(*) from institution where case_id = ?", caseId);
    NewInstitution institution =
        new NewInstitution(acronym, "Walkers", answers.pick(CATEGORIES), false, null, null);
    changes.add(
        caseId,
        new NewSeat(null, institution, null, null, SeatCase.members(acronym, null)),
        REASON,
        ACTOR);
    return done("seat " + acronym + " added");
  }

  /** Removes, replaces, takes back or declares vacant one seat, sitting or not. */
  Optional<String> changeSeat(String caseId, WalkAnswers answers) {
    List<Sitting> all =
        jdbc
            .sql(
                "select s.id, i.acronym from seat s join institution i on i.id = s.institution_id where s.case_id = ?")
            .param(caseId)
            .query(Sitting.class)
            .list()
            .stream()
            .sorted(Comparator.comparing(Sitting::acronym))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Sitting seat = answers.pick(all);
    String act = answers.pick(List.of("remove", "replace", "reinstate", "vacate"));
    switch (act) {
      case "remove" -> changes.remove(caseId, seat.id(), REASON, ACTOR);
      case "replace" ->
          changes.replace(caseId, seat.id(), SeatCase.members(seat.acronym(), null), REASON, ACTOR);
      case "reinstate" ->
          changes.reinstate(
              caseId, seat.id(), SeatCase.members(seat.acronym(), null), REASON, ACTOR);
      default -> changes.declareVacant(caseId, seat.id(), REASON, ACTOR);
    }
    return done(act + " seat " + seat.acronym());
  }

  Optional<String> suspend(String caseId) {
    return interruptions.suspend(caseId, REASON, ACTOR) ? done("suspend") : Optional.empty();
  }

  Optional<String> resume(String caseId) {
    return interruptions.resume(caseId, REASON, ACTOR) ? done("resume") : Optional.empty();
  }

  Optional<String> withdraw(String caseId) {
    return interruptions.withdraw(caseId, REASON, ACTOR) ? done("withdraw") : Optional.empty();
  }

  Optional<String> changeGovernment(String caseId, LocalDate today) {
    if (frozen(caseId) > 0) {
      return Optional.empty();
    }
    governments.record(ProcessTestSupport.COUNTRY, today, REASON, ACTOR);
    return frozen(caseId) > 0 ? done("new government") : Optional.empty();
  }

  /** Lets somebody act for each agency of the country, as in every repetition of a walk. */
  void agenciesHaveOwners() {
    jdbc.sql("select agency from country_agency where country = ?")
        .param(ProcessTestSupport.COUNTRY)
        .query(String.class)
        .list()
        .forEach(agency -> contacts.assign(ProcessTestSupport.COUNTRY, agency, owner()));
  }

  /** Lets somebody act for a seat, who may confirm what staff enter for it. */
  void somebodyActsFor(String group) {
    if (group.startsWith("seat-")) {
      jdbc.sql(
              "update institution set account_id = ? where id = (select institution_id from seat where id = ?)")
          .params(owner(), group.substring("seat-".length()))
          .update();
    }
  }

  private String owner() {
    if (owner.isEmpty()) {
      owner =
          accounts.create(
              new NewAccount(
                  "walker-" + UUID.randomUUID(),
                  "Walker",
                  "",
                  "en",
                  "long-enough-1",
                  Set.of(Role.STAKEHOLDER),
                  Map.of(),
                  Set.of(ProcessTestSupport.COUNTRY),
                  Set.of()),
              ACTOR);
    }
    return owner;
  }

  private Optional<String> done(String what) {
    joins.settle();
    return Optional.of(what);
  }

  private int frozen(String caseId) {
    return count(
        "select count(*) from interruption where case_id = ? and kind = 'GOVERNMENT_CHANGE' and until_at is null",
        caseId);
  }

  private int count(String sql, String caseId) {
    return jdbc.sql(sql).param(caseId).query(Integer.class).single();
  }

  private record Sitting(String id, String acronym) {}
}
