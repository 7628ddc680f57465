package org.socle.decision;

import org.jspecify.annotations.Nullable;

/** The technical validation's end. */
public interface Technical {

  /**
   * Concludes the technical validation.
   *
   * @param result VALIDATED, CORRECTIONS or NOT_VALIDATED; null when not published
   * @return the result that counts
   */
  String conclude(
      String caseId, @Nullable String result, @Nullable String reason, @Nullable String corrections, String actor);

  /** Records what the secretariat corrected in the report. */
  void correct(String caseId, @Nullable String changes, String actor);

  /** Ends the case as refused for the reason given at the technical validation. */
  void refuse(String caseId);
}
