package org.socle.nationalprocess;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** When a case entered and left its phases. */
@Service
public class Phases {

  Phases() {}

  /** Leaves the current phase and enters the given one; nothing happens when the case is in it already. */
  public void enter(String caseId, Phase phase) {
    throw new UnsupportedOperationException();
  }

  /** Leaves the current phase, if any. */
  public void leave(String caseId) {
    throw new UnsupportedOperationException();
  }

  /** The phases of a case in the order of entering. */
  public List<Stay> ofCase(String caseId) {
    throw new UnsupportedOperationException();
  }

  /**
   * A stay in a phase.
   *
   * @param phase code of {@link Phase}
   * @param to null while the case is in it
   */
  public record Stay(String phase, Instant from, @Nullable Instant to) {}
}
