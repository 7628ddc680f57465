package org.socle.stakeholder;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.security.Accounts;
import org.socle.stakeholder.NominationAnswer.Nominee;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who sit for institutions; the last accepted nomination of a seat says who. */
@Component
class MemberTable {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;

  MemberTable(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What is wrong with the members of a seat, by field. */
  List<FieldError> errors(SeatMembers members) {
    List<FieldError> errors = new ArrayList<>();
    person(errors, "fullMember", members.fullMember(), "error.full-member-needed");
    account(errors, "fullMemberAccount", members.fullMemberAccount());
    person(errors, "substitute", members.substitute(), "error.substitute-needed");
    account(errors, "substituteAccount", members.substituteAccount());
    TypedText.required(
        errors, "letterReference", members.letterReference(), LONGEST_NAME, "error.letter-needed");
    Nominee full = members.fullMember();
    Nominee substitute = members.substitute();
    if (full != null && substitute != null && full.samePerson(substitute)) {
      errors.add(new FieldError("substitute", "error.same-person", List.of()));
    }
    return errors;
  }

  private static void person(
      List<FieldError> errors, String field, @Nullable Nominee person, String missing) {
    TypedText.required(errors, field, person == null ? null : person.name(), LONGEST_NAME, missing);
    if (person != null) {
      TypedText.optional(errors, field + "Function", person.function(), LONGEST_NAME);
      TypedText.optional(errors, field + "Email", person.email(), LONGEST_EMAIL);
      if (person.email() != null && !Institutions.EMAIL.matcher(person.email()).matches()) {
        errors.add(new FieldError(field + "Email", "error.not-an-email", List.of()));
      }
    }
  }

  private void account(List<FieldError> errors, String field, @Nullable String loginName) {
    if (loginName != null && accounts.idOf(loginName).isEmpty()) {
      errors.add(new FieldError(field, "error.account-unknown", List.of()));
    }
  }

  /** Seats the members, who may act at once; whoever sat before may not any more. */
  void seat(String seatId, SeatMembers members, String reason, String actor) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            insert into nomination (id, seat_id, asked_at, answer, full_member_id, substitute_id, letter_reference, reason,
              channel, answered_at, answered_by)
            values (?, ?, ?, 'NOMINATE', ?, ?, ?, ?, 'LETTER', ?, ?)
            """)
        .params(
            Arrays.asList(
                UUID.randomUUID().toString(),
                seatId,
                now,
                person(seatId, members.fullMember(), members.fullMemberAccount()),
                person(seatId, members.substitute(), members.substituteAccount()),
                members.letterReference(),
                reason,
                now,
                actor))
        .update();
    if (members.endContact()) {
      jdbc.sql(
              """
              update institution set account_id = null
              where id = (select institution_id from seat where seat.id = ?)
              """)
          .param(seatId)
          .update();
    }
  }

  /** Stores a person of a seat's institution; returns the id, or null for nobody. */
  @Nullable String person(String seatId, @Nullable Nominee person, @Nullable String loginName) {
    if (person == null) {
      return null;
    }
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into person (id, institution_id, name, function, email, account_id)
            select ?, institution_id, ?, ?, ?, ? from seat where id = ?
            """)
        .params(
            Arrays.asList(
                id,
                person.name(),
                person.function(),
                person.email(),
                loginName == null ? null : accounts.idOf(loginName).orElseThrow(),
                seatId))
        .update();
    return id;
  }
}
