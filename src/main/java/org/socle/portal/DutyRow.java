package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A duty with the words of its case and of the seat that owes it.
 *
 * @param taskId task of the engine
 * @param candidateGroup function, {@code seat-<id>} or {@code agency-<code>} that owes it
 * @param subjectId id of what it is about (seat, condition, item, round), or null
 * @param acronym acronym of the seat's institution, null for a function or an agency
 * @param state open, stopped (the case is suspended), answered, silent or cancelled
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
    @Nullable String institution) {

  private static final String SEAT = "seat-";

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
