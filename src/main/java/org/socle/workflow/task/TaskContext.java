package org.socle.workflow.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The task that is being completed.
 *
 * @param actor account id of who completes it
 * @param replayed whether the case is carried from published facts, where a value may be absent
 * @param ids every string variable visible to the task: {@code seatId}, {@code agencyCode}, {@code
 *     roundId} …
 */
public record TaskContext(
    String caseId,
    String country,
    String taskId,
    String processInstanceId,
    String actor,
    boolean replayed,
    Map<String, String> ids) {

  /** An id that the task carries; an {@link IllegalStateException} when the model forgot it. */
  public String id(String name) {
    String value = ids.get(name);
    if (value == null) {
      throw new IllegalStateException("Task " + taskId + " carries no " + name);
    }
    return value;
  }

  /** An id that the task may carry. */
  public @Nullable String idOrNull(String name) {
    return ids.get(name);
  }
}
