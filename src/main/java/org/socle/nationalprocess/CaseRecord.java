package org.socle.nationalprocess;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A national process.
 *
 * @param id case id, also the business key of its process instances
 * @param reference {@code SPF-<country>-<year>-<number>}
 * @param country ISO 3166 alpha-3 code
 * @param title title as submitted, or in English
 * @param titleFr French title of a published case, or null
 * @param titleEs Spanish title of a published case, or null
 * @param status RUNNING, SUSPENDED or CLOSED
 * @param phase phase in which the case is, or null before the first
 * @param outcome code of {@link Outcome} once known, or null
 * @param reason why the case ended so, or null while it runs
 * @param leadAgency code of the confirmed lead agency, or null
 */
public record CaseRecord(
    String id,
    String reference,
    String country,
    String title,
    @Nullable String titleFr,
    @Nullable String titleEs,
    String status,
    @Nullable String phase,
    @Nullable String outcome,
    @Nullable String reason,
    boolean training,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String leadAgency) {

  /** The title in the reader's language where there is one. */
  public String title(Locale locale) {
    String own =
        switch (locale.getLanguage()) {
          case "fr" -> titleFr;
          case "es" -> titleEs;
          default -> title;
        };
    return own == null ? title : own;
  }

  /** Whether the process has not ended; it may be suspended. */
  public boolean running() {
    return !"CLOSED".equals(status);
  }

  /** Whether the process stands still until it is resumed or withdrawn. */
  public boolean suspended() {
    return "SUSPENDED".equals(status);
  }
}
