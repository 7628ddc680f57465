package org.socle.evidence;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes evidence rows in the caller's transaction; rows hold ids, never names of people. */
public interface Evidence {

  /** Who acts when no person does. */
  String SYSTEM = "system";

  /**
   * Records one act.
   *
   * @param caseId case, or null for acts outside any case
   * @param actor account id of the person who acted, or {@link #SYSTEM}
   * @param action object and past participle, such as {@code request.accepted}
   * @param subject id of what was acted on, or null
   * @param content facts of the act; values are strings, numbers, booleans, dates, lists and maps
   */
  void record(
      @Nullable String caseId,
      String actor,
      String action,
      @Nullable String subject,
      Map<String, ?> content);
}
