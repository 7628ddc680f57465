package org.socle.workflow.task;

import java.util.Map;

/** What the start form of one process becomes; one bean per process that people start. */
public interface StartStep {

  /** Key of the process, such as {@code national-process}. */
  String processKey();

  /**
   * Asks the domain's rules; throws {@link org.socle.tracking.InvalidFormException} that names the
   * field.
   */
  void check(FormValues values, String userId);

  /**
   * Start variables; the first delegate turns them into rows and removes them. The business key
   * (the case id) and {@code country} are set already.
   */
  Map<String, Object> variables(FormValues values);
}
