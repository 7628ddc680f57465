package org.socle.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opinions of the working group's voting seats on the result, for its technical validation. */
public interface Opinions {

  /** Working days that seats have. */
  int TERM = 15;

  /** Asks every voting seat for its opinion and enters phase VALIDATION. */
  Asked ask(String caseId, String country, String waitingInstanceId);

  /**
   * Records the opinion of a seat.
   *
   * @param opinion VALID, VALID_WITH_CORRECTIONS, NOT_VALID or ABSTAIN; null when not published
   */
  void record(String caseId, String seatId, @Nullable String opinion, @Nullable String text, String actor);

  /** Ends the asking; a seat that did not answer gave no opinion. */
  void close(String caseId, String askingId);

  /** Opinions of a case. */
  List<Opinion> ofCase(String caseId);

  /** How many seats were asked and what they said. */
  Tally tally(String caseId);

  /** An asking and the moment at which it ends. */
  record Asked(String askingId, Instant deadline) {}

  /** The opinion of one seat. */
  record Opinion(String seatId, String opinion, @Nullable String text, Instant recordedAt) {}

  /** Counts of a technical validation; {@code silent} are the seats that were asked and said nothing. */
  record Tally(int asked, int valid, int withCorrections, int notValid, int abstained, int silent) {}
}
