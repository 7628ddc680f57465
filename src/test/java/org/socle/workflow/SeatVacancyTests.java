package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatClosedException;
import org.socle.stakeholder.Vacancies;
import org.socle.stakeholder.Vacancies.Vacancy;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats that stay silent, and the chair's decision after the ladder of DT9 has run out. */
class SeatVacancyTests extends SeatCase {

  @Autowired private Vacancies vacancies;

  @Test
  void aSeatThatStayedSilentInARoundIsDeclaredVacantByTheChair() {
    ask(Kind.WRITTEN_PROCEDURE);
    Seat silent = seat("MOF");
    int base = entitled();
    List<Map<String, Object>> others = others(silent.id());
    assertThat(vacancies.of(caseId).get(silent.id()).over()).isTrue();

    declare("MOF");

    assertThat(seat("MOF").state()).isEqualTo("VACANT");
    assertThat(seats.seated(caseId)).extracting(Seat::acronym).doesNotContain("MOF");
    assertThat(entitled()).isEqualTo(base - 1);
    assertThat(others(silent.id())).isEqualTo(others);
    assertThat(
            jdbc.sql(
                    "select reason from stakeholder_v_seat_change where seat_id = ? and kind = 'VACATED'")
                .param(silent.id())
                .query(String.class)
                .single())
        .isEqualTo(REASON);
    assertThat(
            count(
                "select count(*) from evidence where action = 'seat.declared-vacant' and subject = ? and actor = 'acc-chair'",
                silent.id()))
        .isEqualTo(1);
    assertThatThrownBy(() -> declare("MOF"))
        .isInstanceOfSatisfying(
            SeatClosedException.class, e -> assertThat(e.state()).isEqualTo("vacant"));
  }

  @Test
  void aSeatThatIsAskedAgainHasUntilThatAskingCloses() {
    ask(Kind.WRITTEN_PROCEDURE);
    LocalDate closes = asking().dueDate();
    assertThat(vacancies.of(caseId).get(seat("CTUC").id()))
        .isEqualTo(new Vacancy("late-position", closes, false));
    assertRefused("CTUC", "error.seat-ladder-runs");
    fireTimer("event_writtenProcedureOver");
    assertThat(vacancies.of(caseId).get(seat("CTUC").id()).over()).isTrue();
    declare("CTUC");
  }

  @Test
  void anAskingThatIsEndedEarlyLeavesTheSeatItsWholeLadder() {
    ask(Kind.POSITION);
    LocalDate closes = asking().dueDate();
    askings.conclude(asking().id(), "acc-test", "Early");
    joins.settle();
    assertThat(vacancies.of(caseId).get(seat("MOF").id()))
        .isEqualTo(new Vacancy("late-position", closes, false));
    assertRefused("MOF", "error.seat-ladder-runs");
    advance(Duration.ofDays(60));
    fireTimer("event_writtenProcedureOver");
    assertThat(vacancies.of(caseId).get(seat("MOF").id()).over()).isTrue();
  }

  @Test
  void aSeatThatAnsweredIsNotDeclaredVacant() {
    ask(Kind.WRITTEN_PROCEDURE);
    assertRefused("MOL", "error.seat-not-silent");
    answer("CTUC", "SUPPORT");
    assertRefused("CTUC", "error.seat-not-silent");
  }

  @Test
  void aSilentInstitutionIsDeclaredVacantWhileTheChairResolvesTheComposition() {
    ask(Kind.NOMINATION);
    answer("MOL", "SUPPORT");
    assertRefused("CTUC", "error.seat-not-silent");
    fireTimer("event_nominationTermOver");
    declare("CTUC");
    assertThat(seat("CTUC").state()).isEqualTo("VACANT");
    completeTask("userTask_resolveComposition", Map.of("decision", "ASK_AGAIN", "reason", "More"));
    completeTask("userTask_mapStakeholders", Map.of());
    assertThat(seat("CTUC").state()).isEqualTo("INVITED");
    answer("CTUC", "SUPPORT");
    assertThat(seat("CTUC").state()).isEqualTo("SEATED");
  }

  @Test
  void aVacantSeatComesBackByANewNomination() {
    ask(Kind.WRITTEN_PROCEDURE);
    declare("MOF");
    String id = seat("MOF").id();
    assertThatThrownBy(() -> reinstate("MOF"))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field)
                    .containsExactly("fullMember", "substitute", "letterReference"));
    inTransaction(
        () -> changes.reinstate(caseId, id, members("MOF", null), REASON, "acc-secretariat"));
    assertThat(seat("MOF").state()).isEqualTo("SEATED");
    assertThat(duty(id).state()).isEqualTo("open");
    answer("MOF", "SUPPORT");
    assertThat(vacancies.of(caseId)).doesNotContainKey(id);
  }

  private void declare(String acronym) {
    String id = seat(acronym).id();
    inTransaction(() -> changes.declareVacant(caseId, id, REASON, "acc-chair"));
  }

  private void assertRefused(String acronym, String message) {
    assertThatThrownBy(() -> declare(acronym))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            e -> assertThat(e.errors()).extracting(FieldError::message).containsExactly(message));
  }
}
