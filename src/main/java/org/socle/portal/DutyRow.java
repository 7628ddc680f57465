package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;

/**
 * A duty with the words of its case and of the seat that owes it.
 *
 * @param taskId task of the engine
 * @param candidateGroup function, {@code seat-<id>} or {@code agency-<code>} that owes it
 * @param subjectId id of what it is about (seat, condition, item, round), or null
 * @param acronym acronym of the seat's institution, null for a function or an agency
 * @param state open, stopped (the case is suspended), answered, silent or cancelled
 * @param claimedBy account of the staff who enter its answer, or null
 * @param channel how an answer came that staff entered, or null
 * @param entryState what its owner said to it: WAITING, CONFIRMED, DECLINED, STRUCK or IN_WRITING
 * @param sentBack why a review sent the step back, or null
 */
record DutyRow(
    String id,
    String taskId,
    String caseId,
    String country,
    String element,
    String candidateGroup,
    @Nullable String subjectId,
    Instant askedAt,
    @Nullable LocalDate dueDate,
    @Nullable Instant answeredAt,
    String state,
    String reference,
    String title,
    @Nullable String titleFr,
    @Nullable String titleEs,
    boolean training,
    @Nullable String acronym,
    @Nullable String institution,
    @Nullable String claimedBy,
    @Nullable String channel,
    @Nullable String channelReference,
    @Nullable String entryState,
    @Nullable String entryRemark,
    @Nullable String sentBack) {

  private static final String SEAT = "seat-";
  private static final Set<String> ASSISTED =
      Set.of(
          "userTask_answerNomination",
          "userTask_answerInvitation",
          "userTask_answerClarification",
          "userTask_answerPositions",
          "userTask_answerOpinion",
          "userTask_fulfilCondition");

  /** The case's title in the reader's language where there is one. */
  public String caseTitle(Locale locale) {
    return Titles.of(locale, title, titleFr, titleEs);
  }

  /** Whether it has not ended; the case may be suspended. */
  public boolean open() {
    return answerable() || stopped();
  }

  /** Whether it can be answered now. */
  public boolean answerable() {
    return "open".equals(state);
  }

  /** Whether staff may enter its answer for whoever owes it. */
  public boolean assistable() {
    return answerable() && ASSISTED.contains(element);
  }

  /** Whether somebody acts for another who owes it. */
  boolean actsForOwner(Actor actor) {
    return !actor.groups().contains(candidateGroup);
  }

  /** Whether its case is suspended, so that nobody is late and nobody can answer. */
  public boolean stopped() {
    return "stopped".equals(state);
  }

  /** Whether it is open after its last day. */
  public boolean overdue(LocalDate today) {
    return answerable() && dueDate != null && dueDate.isBefore(today);
  }

  /** The seat that owes it; an {@link IllegalStateException} when it is owed by somebody else. */
  String seatId() {
    if (!candidateGroup.startsWith(SEAT)) {
      throw new IllegalStateException("Duty " + id + " is not owed by a seat");
    }
    return candidateGroup.substring(SEAT.length());
  }
}
