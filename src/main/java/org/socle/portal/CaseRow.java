package org.socle.portal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists and pages show it.
 *
 * @param phase phase in which it is, CLOSED at the end, null before the first
 * @param phaseSince when it entered that phase
 */
record CaseRow(
    String id,
    String reference,
    String country,
    String title,
    @Nullable String titleFr,
    @Nullable String titleEs,
    String status,
    @Nullable String phase,
    @Nullable Instant phaseSince,
    @Nullable String outcome,
    @Nullable String reason,
    boolean training,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String leadAgency) {

  /** The title in the reader's language where there is one. */
  public String title(Locale locale) {
    return Titles.of(locale, title, titleFr, titleEs);
  }

  /** Whether the process has not ended; it may be suspended. */
  public boolean running() {
    return !"CLOSED".equals(status);
  }

  /** Whether the process stands still. */
  public boolean suspended() {
    return "SUSPENDED".equals(status);
  }

  /** Whether the process goes on: it neither stands still nor has ended. */
  boolean goesOn() {
    return running() && !suspended();
  }

  /** Since when the case stands where it stands. */
  public Instant since() {
    if (closedAt != null) {
      return closedAt;
    }
    return phaseSince == null ? openedAt : phaseSince;
  }
}
