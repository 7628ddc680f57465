package org.socle.workflow.task;

import java.util.Map;

/**
 * What one user task does with its checked form; one bean per user task, named after the task's
 * label.
 */
public interface TaskStep {

  /** Element id of the user task, such as {@code userTask_checkRequest}. */
  String element();

  /**
   * Asks the domain's rules; throws {@link org.socle.tracking.InvalidFormException} that names the
   * field.
   */
  default void check(TaskContext task, FormValues values) {}

  /**
   * What the step holds already, by field as it would be typed; shown when a review sends the step
   * back.
   *
   * @param ids ids that the task carries
   */
  default Map<String, String> earlier(String caseId, Map<String, String> ids) {
    return Map.of();
  }

  /**
   * Hands the values to one domain service in the completing transaction; returns the routing flags
   * to set.
   */
  Map<String, Object> accept(TaskContext task, FormValues values);
}
