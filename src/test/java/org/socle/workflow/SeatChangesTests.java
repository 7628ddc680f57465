package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socle.evidence.Evidence;
import org.socle.security.Accounts;
import org.socle.security.Memberships;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.socle.stakeholder.NewSeat;
import org.socle.stakeholder.NominationAnswer.Nominee;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatClosedException;
import org.socle.stakeholder.SeatHistory;
import org.socle.stakeholder.SeatHistory.Sitting;
import org.socle.stakeholder.SeatMembers;
import org.socle.stakeholder.Side;
import org.socle.tracking.Askings.OpenAsking;
import org.socle.tracking.Askings.Tally;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.beans.factory.annotation.Autowired;

/** Every change of the seats while something is asked of them. */
class SeatChangesTests extends SeatCase {

  @Autowired private Memberships memberships;
  @Autowired private Accounts accounts;
  @Autowired private SeatHistory history;

  @ParameterizedTest
  @EnumSource
  void removingASeatEndsWhatItOwesAndLeavesTheOthersAlone(Kind asked) {
    ask(asked);
    Seat seat = seat("CTUC");
    Duty owed = duty(seat.id());
    String askingId = asking().id();
    Tally before = askings.tally(askingId);
    int base = entitled();
    List<Map<String, Object>> others = others(seat.id());

    remove("CTUC");

    assertThat(others(seat.id())).isEqualTo(others);
    assertThat(askings.tally(askingId))
        .isEqualTo(new Tally(before.asked() - 1, before.answered(), before.open() - 1));
    assertThat(entitled()).isEqualTo(base - 1);
    assertThat(duties.find(owed.id()).orElseThrow().state()).isEqualTo("cancelled");
    assertThat(
            jdbc.sql("select end_reason from duty where id = ?")
                .param(owed.id())
                .query(String.class)
                .single())
        .isEqualTo(REASON);
    assertThat(evidence("duty.ended", owed.id()))
        .contains(REASON, "cancelled")
        .doesNotContain("silent");
    assertThat(evidence("seat.removed", seat.id())).contains(REASON, "CTUC");
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .variableValueEquals("seatId", seat.id())
                .count())
        .isZero();
    assertThat(joined(askingId)).isZero();
    assertThatThrownBy(() -> complete(owed, Map.of()))
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("cancelled"));
    assertThatThrownBy(() -> remove("CTUC"))
        .isInstanceOfSatisfying(
            SeatClosedException.class, e -> assertThat(e.state()).isEqualTo("removed"));
  }

  @ParameterizedTest
  @EnumSource
  void removingTheSeatThatWasAwaitedLastJoinsOnce(Kind asked) {
    ask(asked);
    String askingId = asking().id();
    String last = seat("CTUC").group();
    for (Duty duty : openDuties(element())) {
      if (!duty.group().equals(last)) {
        answer(seats.find(duty.group().substring(5)).orElseThrow().acronym(), "SUPPORT");
      }
    }
    assertThat(askings.tally(askingId).open()).isEqualTo(1);

    remove("CTUC");

    assertThat(joined(askingId)).isEqualTo(1);
    assertThat(
            jdbc.sql("select close_reason from asking where id = ?")
                .param(askingId)
                .query(String.class)
                .single())
        .isEqualTo("answered");
    assertThat(
            count("select count(*) from duty where asking_id = ? and state = 'silent'", askingId))
        .isZero();
    Tally tally = askings.tally(askingId);
    assertThat(tally.asked()).isEqualTo(tally.answered());
  }

  @ParameterizedTest
  @EnumSource
  void addingASeatAsksItWithTheOthers(Kind asked) {
    ask(asked);
    Tally before = askings.tally(asking().id());
    int base = entitled();
    LocalDate due = openDuties(element()).get(0).dueDate();
    List<Map<String, Object>> others = others("none");
    advance(Duration.ofDays(2));

    String seatId = add("NEW", "EMP");

    assertThat(others(seatId)).isEqualTo(others);
    assertThat(askings.tally(asking().id()))
        .isEqualTo(new Tally(before.asked() + 1, before.answered(), before.open() + 1));
    assertThat(entitled()).isEqualTo(base + 1);
    assertThat(duty(seatId).dueDate()).isEqualTo(due);
    assertThat(evidence("seat.added", seatId)).contains(REASON);
    if (asked.round()) {
      assertThat(
              jdbc.sql("select joined_at from electorate where seat_id = ?")
                  .param(seatId)
                  .query(java.time.OffsetDateTime.class)
                  .single()
                  .toInstant())
          .isEqualTo(clock.instant());
    }
    answer("NEW", "SUPPORT");
    assertThat(askings.tally(asking().id()).answered()).isEqualTo(before.answered() + 1);
    assertThat(seats.find(seatId).orElseThrow().state()).isEqualTo("SEATED");
  }

  @ParameterizedTest
  @EnumSource
  void aSeatThatIsAddedLateIsNeverDueInThePast(Kind asked) {
    ask(asked);
    LocalDate due = openDuties(element()).get(0).dueDate();
    LocalDate closes = asking().dueDate();
    advance(
        Duration.between(
                clock.instant(), due.plusDays(1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC))
            .plusHours(9));

    String seatId = add("NEW", "EMP");

    assertThat(duty(seatId).dueDate()).isEqualTo(closes).isAfter(due);
  }

  @ParameterizedTest
  @EnumSource
  void aSeatThatComesBackIsAskedAgain(Kind asked) {
    ask(asked);
    Seat seat = seat("CTUC");
    Duty first = duty(seat.id());
    Tally before = askings.tally(asking().id());
    List<Map<String, Object>> others = others(seat.id());

    remove("CTUC");
    reinstate("CTUC");

    assertThat(others(seat.id())).isEqualTo(others);
    assertThat(askings.tally(asking().id())).isEqualTo(before);
    Duty second =
        openDuties(element()).stream()
            .filter(duty -> duty.group().equals(seat.group()))
            .findFirst()
            .orElseThrow();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.dueDate()).isEqualTo(first.dueDate());
    assertThat(evidence("seat.reinstated", seat.id())).contains(REASON);
    assertThatThrownBy(() -> reinstate("CTUC"))
        .isInstanceOfSatisfying(
            SeatClosedException.class, e -> assertThat(e.state()).isEqualTo("sitting"));
    answer("CTUC", "OBJECT");
    assertThat(askings.tally(asking().id()).answered()).isEqualTo(before.answered() + 1);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerCountsOnlyWhileItsSeatDoes(Kind asked) {
    ask(asked);
    Seat seat = seat("CTUC");
    answer("CTUC", "OBJECT");
    Tally answered = askings.tally(asking().id());
    List<Map<String, Object>> others = others(seat.id());
    int said = said(seat.id());

    remove("CTUC");

    assertThat(askings.tally(asking().id()))
        .isEqualTo(new Tally(answered.asked() - 1, answered.answered() - 1, answered.open()));
    assertThat(said(seat.id())).isEqualTo(said);
    assertThat(duty(seat.id()).state()).isEqualTo("answered");

    reinstate("CTUC");

    assertThat(askings.tally(asking().id())).isEqualTo(answered);
    assertThat(others(seat.id())).isEqualTo(others);
    assertThat(duty(seat.id()).state()).isEqualTo("answered");
    assertThat(openDuties(element())).noneMatch(duty -> duty.group().equals(seat.group()));
  }

  private int said(String seatId) {
    return count(
        """
        select (select count(*) from position where seat_id = ?) +
          (select count(*) from technical_opinion where seat_id = ? and opinion is not null) +
          (select count(*) from nomination where seat_id = ? and answer = 'NOMINATE')
        """,
        seatId,
        seatId,
        seatId);
  }

  @ParameterizedTest
  @EnumSource
  void replacingMembersChangesWhoMayActAndNothingElse(Kind asked) {
    ask(asked);
    if (asked == Kind.NOMINATION) {
      answer("CTUC", "SUPPORT");
    }
    Seat seat = seat("CTUC");
    String former = account();
    String now = account();
    replace("CTUC", members("CTUC", former));
    assertThat(memberships.groupsOf(accounts.idOf(former).orElseThrow()))
        .containsExactly(seat.group());
    Tally before = askings.tally(asking().id());
    List<Map<String, Object>> others = others(seat.id());
    Duty owed = duty(seat.id());

    replace("CTUC", members("CTUC again", now));

    assertThat(others(seat.id())).isEqualTo(others);
    assertThat(askings.tally(asking().id())).isEqualTo(before);
    assertThat(duty(seat.id())).isEqualTo(owed);
    assertThat(memberships.groupsOf(accounts.idOf(former).orElseThrow())).isEmpty();
    assertThat(memberships.groupsOf(accounts.idOf(now).orElseThrow()))
        .containsExactly(seat.group());
    assertThat(evidence("seat.members-replaced", seat.id()))
        .contains(REASON)
        .doesNotContain("New full");
    assertThat(
            jdbc.sql("select kind from seat_change where seat_id = ? order by id")
                .param(seat.id())
                .query(String.class)
                .list())
        .containsExactly("REPLACED", "REPLACED");
  }

  @Test
  void aReplacedMemberLosesTheContactsRightWhenThatIsAsked() {
    ask(Kind.POSITION);
    String contact = account();
    String contactId = accounts.idOf(contact).orElseThrow();
    jdbc.sql("update institution set account_id = ? where id = ?")
        .params(contactId, seat("CTUC").institutionId())
        .update();
    replace("CTUC", members("CTUC", null));
    assertThat(memberships.groupsOf(contactId)).containsExactly(seat("CTUC").group());
    SeatMembers without = members("CTUC", null);
    replace(
        "CTUC",
        new SeatMembers(
            without.fullMember(),
            null,
            without.substitute(),
            null,
            without.letterReference(),
            true));
    assertThat(memberships.groupsOf(contactId)).isEmpty();
  }

  @Test
  void anObjectionOfARemovedSeatNoLongerBlocksConsensus() {
    ask(Kind.POSITION);
    add("EFC2", "EMP");
    answer("EFC2", "OBJECT");
    for (String acronym : List.of("MOL", "MOF", "EFC", "NNN")) {
      answer(acronym, "SUPPORT");
    }
    remove("EFC2");
    answer("CTUC", "SUPPORT");
    passed(
        "serviceTask_closeRound",
        "businessRuleTask_determineConsensus",
        "endEvent_dialogueConcluded");
    assertThat(
            jdbc.sql("select result from round_item where round_id = ?")
                .param(round())
                .query(String.class)
                .single())
        .isEqualTo("CONSENSUS");
    assertThat(
            count(
                "select count(*) from dialogue_v_position where case_id = ? and not counts and value = 'OBJECT'",
                caseId))
        .isEqualTo(1);
  }

  @Test
  void aDecidedItemKeepsTheElectorateThatDecidedIt() {
    ask(Kind.POSITION);
    for (String acronym : List.of("MOL", "MOF", "EFC", "CTUC", "NNN")) {
      answer(acronym, "SUPPORT");
    }
    assertThat(items.open(round())).isEmpty();
    remove("CTUC");
    assertThat(entitled()).isEqualTo(5);
  }

  @Test
  void theQuorumIsCountedWithoutARemovedSeatAndWithANewOne() {
    ask(Kind.POSITION);
    jdbc.sql("update round set state = 'CONVENED', quorum = null where id = ?")
        .param(round())
        .update();
    String base =
        "select count(*) from attendance where round_id = ? and voting and left_at is null";
    assertThat(count(base, round())).isEqualTo(5);
    remove("CTUC");
    assertThat(count(base, round())).isEqualTo(4);
    add("NEW", "WRK");
    assertThat(count(base, round())).isEqualTo(5);
    assertThat(count(base + " and present", round())).isEqualTo(4);
    reinstate("CTUC");
    assertThat(count(base + " and present", round())).isEqualTo(5);
  }

  @Test
  void aSeatWithoutAVoteIsNotAskedForPositions() {
    ask(Kind.POSITION);
    Tally before = askings.tally(asking().id());
    String seatId = add("WHO", "UN");
    assertThat(seats.find(seatId).orElseThrow().voting()).isFalse();
    assertThat(askings.tally(asking().id())).isEqualTo(before);
    assertThat(entitled()).isEqualTo(5);
    remove("UNCT");
    assertThat(askings.tally(asking().id())).isEqualTo(before);
  }

  @Test
  void namesEveryFieldThatIsWrongAndStoresNothing() {
    ask(Kind.POSITION);
    List<Map<String, Object>> rows = others("none");
    String seatId = seat("CTUC").id();
    assertRefused(() -> changes.remove(caseId, seatId, " ", "acc-test"), "reason error.required");
    assertRefused(
        () -> changes.remove(caseId, seatId, "x".repeat(1001), "acc-test"),
        "reason error.too-long");
    assertRefused(
        () -> changes.remove(caseId, seatId, "a\0b", "acc-test"),
        "reason error.control-characters");
    assertRefused(
        () -> changes.add(caseId, new NewSeat(null, null, "NOPE", null, null), null, "acc-test"),
        "reason error.required",
        "institution error.seat-institution",
        "side error.not-an-option",
        "fullMember error.full-member-needed",
        "substitute error.substitute-needed",
        "letterReference error.letter-needed");
    assertRefused(
        () ->
            changes.add(
                caseId,
                new NewSeat(seat("CTUC").institutionId(), null, null, null, members("CTUC", null)),
                REASON,
                "acc-test"),
        "institution error.seat-exists");
    assertRefused(
        () ->
            changes.replace(
                caseId,
                seatId,
                new SeatMembers(
                    new Nominee("A", null, "no address"),
                    "nobody-of-this-name",
                    new Nominee("a", null, null),
                    null,
                    "L",
                    false),
                REASON,
                "acc-test"),
        "fullMemberEmail error.not-an-email",
        "fullMemberAccount error.account-unknown",
        "substitute error.same-person");
    assertThat(others("none")).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "NOMINATION, CLOSED",
    "POSITION, CLOSED",
    "WRITTEN_PROCEDURE, CLOSED",
    "OPINION, CLOSED",
    "NOMINATION, SUSPENDED",
    "POSITION, SUSPENDED",
    "OPINION, SUSPENDED"
  })
  void nothingChangesInACaseThatDoesNotRun(Kind asked, String status) {
    ask(asked);
    jdbc.sql(
            "CLOSED".equals(status)
                ? "update national_process set status = 'CLOSED', outcome = 'DECLINED', reason = 'r', closed_at = now() where id = ?"
                : "update national_process set status = 'SUSPENDED', suspended_at = now() where id = ?")
        .param(caseId)
        .update();
    List<Map<String, Object>> rows = others("none");
    for (Runnable change :
        List.<Runnable>of(
            () -> remove("CTUC"),
            () -> reinstate("CTUC"),
            () -> replace("CTUC", members("CTUC", null)),
            () -> add("NEW", "EMP"))) {
      assertThatThrownBy(change::run)
          .isInstanceOfSatisfying(
              SeatClosedException.class, e -> assertThat(e.state()).isEqualTo("not-running"));
    }
    assertThat(others("none")).isEqualTo(rows);
  }

  @Test
  void tellsWhoSatForTheEmployersOnAnyDay() {
    ask(Kind.POSITION);
    replace("EFC", members("first", null));
    at("2026-05-03T12:00:00Z");
    remove("EFC");
    at("2026-06-01T12:00:00Z");
    reinstate("EFC");
    at("2026-06-05T12:00:00Z");
    replace("EFC", members("second", null));
    assertThat(employers("2026-05-03T11:00:00Z")).containsExactly("New full of first");
    assertThat(employers("2026-05-04T00:00:00Z")).isEmpty();
    assertThat(employers("2026-06-02T00:00:00Z")).containsExactly("New full of first");
    assertThat(employers("2026-07-01T00:00:00Z")).containsExactly("New full of second");
    assertThat(history.at(caseId, Side.WRK, Instant.parse("2026-05-04T00:00:00Z"))).hasSize(1);
  }

  private List<String> employers(String moment) {
    return history.at(caseId, Side.EMP, Instant.parse(moment)).stream()
        .map(Sitting::fullMember)
        .toList();
  }

  private void at(String moment) {
    advance(Duration.between(clock.instant(), Instant.parse(moment)));
  }

  @Test
  void aRemovedInstitutionIsNotAskedAgainWithTheUnfilledSeats() {
    ask(Kind.NOMINATION);
    remove("CTUC");
    fireTimer("event_nominationTermOver");
    completeTask("userTask_resolveComposition", Map.of("decision", "ASK_AGAIN", "reason", "More"));
    completeTask("userTask_mapStakeholders", Map.of());
    OpenAsking again = asking();
    assertThat(again.asked()).isEqualTo(8);
    assertThat(openDuties(element())).noneMatch(duty -> duty.group().equals(seat("CTUC").group()));
  }

  private String account() {
    String name = "seat-" + UUID.randomUUID();
    accounts.create(
        new NewAccount(
            name,
            name,
            "",
            "en",
            "long-enough",
            java.util.Set.of(Role.STAKEHOLDER),
            Map.of(),
            java.util.Set.of(COUNTRY),
            java.util.Set.of()),
        Evidence.SYSTEM);
    return name;
  }

  private String evidence(String action, String subject) {
    return String.join(
        "\n",
        jdbc.sql("select content::text from evidence where action = ? and subject = ?")
            .params(action, subject)
            .query(String.class)
            .list());
  }

  private static void assertRefused(Runnable change, String... errors) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting((FieldError error) -> error.field() + " " + error.message())
                    .containsExactly(errors));
  }
}
