package org.socle.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decision tables that the engine has deployed; {@code workflow} implements it. */
public interface DecisionTables {

  /** The newest version of every table by key. */
  Map<String, Integer> currentVersions();

  /**
   * The values that the newest version of a table lists for one of its inputs, in its order; empty
   * when it lists none.
   *
   * @param input expression of the input, such as {@code profile}
   */
  List<String> inputValues(String key, String input);

  /** Evaluates one version of a table; matched rows in table order. */
  List<Map<String, Object>> evaluate(
      String key, int version, Map<String, ? extends @Nullable Object> inputs);
}
