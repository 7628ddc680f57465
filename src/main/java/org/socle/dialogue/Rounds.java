package org.socle.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rounds of a case's dialogue from the first convocation to the last close. */
public interface Rounds {

  /** Rounds of a case, oldest first. */
  List<Round> ofCase(String caseId);

  /** One round. */
  Optional<Round> find(String roundId);

  /** The newest round of a case. */
  Optional<Round> current(String caseId);

  /**
   * Begins the dialogue: fixes the recommendations, prepares round 1 with one item for each, enters phase DIALOGUE.
   *
   * @throws org.socle.tracking.InvalidFormException {@code error.recommendations-on-page} when there is none
   */
  Round begin(String caseId, String actor);

  /** Convenes the prepared round; returns its id. */
  String convene(String caseId, Convocation convocation, String actor);

  /** Puts an invitation for every seated seat into the outbox. */
  void invite(String roundId);

  /**
   * Records who attended; recording again replaces what was recorded before the quorum check.
   *
   * @param present seats that were represented
   * @throws org.socle.tracking.InvalidFormException when a seat is not of the group or the check was made
   */
  default void recordAttendance(String roundId, Set<String> present, String actor) {
    recordAttendance(roundId, present, null, actor);
  }

  /** Records who attended and whether the chair did (null when nobody said); some quorum profiles ask for the chair. */
  void recordAttendance(String roundId, Set<String> present, @Nullable Boolean chairPresent, String actor);

  /** Seats that were recorded as present. */
  Set<String> present(String roundId);

  /** Whether attendance was recorded, be it that nobody came. */
  boolean attendanceRecorded(String roundId);

  /** Checks the quorum (DT4) and keeps the result with the round. */
  boolean checkQuorum(String roundId);

  /** Prepares the second convocation of a round that had no quorum. */
  void reconvene(String roundId);

  /** Freezes the electorate and asks every voting seat for its positions. */
  Asked ask(String roundId, String country, String waitingInstanceId);

  /** Closes the asking; a seat that did not answer has taken no position. */
  void close(String roundId);

  /** Asks the seats of mandatory groups without a position in writing (10 working days). */
  Asked askSilentGroups(String roundId, String country, String waitingInstanceId);

  /** Closes the written procedure; groups still without a position did not join. */
  void closeWrittenProcedure(String roundId);

  /** Prepares the next round with the items that remain open. */
  void openNext(String roundId);

  /** Seats whose positions count in a round, as they stood when the round was asked. */
  List<Elector> electorate(String roundId);

  /**
   * What the secretariat decides about a round; null when not published.
   *
   * @param mode IN_PERSON, ONLINE or MIXED
   * @param answerTerm working days for the positions, 1 to 60
   */
  record Convocation(
      @Nullable LocalDate date,
      @Nullable String place,
      @Nullable String mode,
      @Nullable Integer answerTerm,
      @Nullable String agenda) {}

  /** An asking and the moment at which it ends. */
  record Asked(String askingId, Instant deadline) {}

  /** A seat of the frozen electorate with its side (GOV, EMP, WRK, CSO …). */
  record Elector(String seatId, String side) {}
}
