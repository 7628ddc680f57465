package org.socle.workflow.engine;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.Page;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list and the engine's two ways of comparing, for queries that are answered in memory.
 */
final class Pages {

  private Pages() {}

  static <T> List<T> of(List<T> all, @Nullable Page page) {
    if (page == null) {
      return all;
    }
    int from = Math.min(page.getFirstResult(), all.size());
    int to = (int) Math.min((long) from + page.getMaxResults(), all.size());
    return all.subList(from, to);
  }

  static boolean same(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }

  /** Percent signs stand at the ends alone, as the engine's own pages send them. */
  static boolean like(@Nullable String wanted, @Nullable String actual) {
    if (wanted == null) {
      return true;
    }
    String word = wanted.replace("%", "").toLowerCase(Locale.ROOT);
    return actual != null && actual.toLowerCase(Locale.ROOT).contains(word);
  }
}
