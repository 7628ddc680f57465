package org.socle.notification;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what every mail about a case names; whoever keeps cases implements it. */
public interface MailCases {

  /** The case with an id. */
  Optional<MailCase> find(String caseId);

  /**
   * A case as mails name it.
   *
   * @param country ISO 3166 alpha-3 code
   * @param titles by language, English always
   * @param phase in which the case is, or null
   */
  record MailCase(
      String reference, String country, Map<String, String> titles, @Nullable String phase) {}
}
