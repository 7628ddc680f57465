package org.socle.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a DMN table of the case's rule set and records inputs, output, table key and version
 * as evidence.
 */
public interface Rules {

  /** Stores the current version of every decision table as the case's rule set. */
  void adopt(String caseId);

  /**
   * Adds the current version of one table to the rule set of a case that began before the table
   * existed; nothing when the case has a version of it.
   */
  void adopt(String caseId, String table);

  /**
   * Evaluates a table.
   *
   * @param table key of the decision, such as {@code check-admissibility}
   * @param inputs named inputs; null where a fact is not known
   * @return matched rows in table order; empty when no rule matched
   */
  List<Map<String, Object>> decide(
      String caseId, String table, Map<String, ? extends @Nullable Object> inputs);
}
