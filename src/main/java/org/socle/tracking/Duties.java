package org.socle.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads duties and marks them seen; only the engine's task listener creates and ends them. */
public interface Duties {

  /** Open duties of any of the groups in any of the countries, earliest due first, at most 500. */
  List<Duty> openOf(Collection<String> groups, Collection<String> countries);

  /** Duties of a case in the order in which they were asked. */
  List<Duty> ofCase(String caseId);

  /** Everything that one group was ever asked in a case, newest first, whatever became of it. */
  List<Duty> askedOf(String caseId, String group);

  /** One duty. */
  Optional<Duty> find(String dutyId);

  /** Notes the first time that somebody who may act opened the duty. */
  void seen(String dutyId);

  /**
   * One thing asked of one seat or function.
   *
   * @param group candidate group that owes it
   * @param subjectId id of what it is about (seat, condition, round), or null
   * @param dueDate last day in the country, or null
   * @param state open, stopped (the case is suspended), answered, silent or cancelled
   */
  record Duty(
      String id,
      String caseId,
      String country,
      String taskId,
      String processKey,
      String element,
      String form,
      String group,
      @Nullable String askingId,
      @Nullable String subjectId,
      Instant askedAt,
      @Nullable LocalDate dueDate,
      @Nullable Instant answeredAt,
      @Nullable String answeredBy,
      String state) {

    /** Whether it is still to be done, now or once the case goes on. */
    public boolean owed() {
      return "open".equals(state) || "stopped".equals(state);
    }
  }
}
