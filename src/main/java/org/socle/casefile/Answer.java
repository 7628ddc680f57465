package org.socle.casefile;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a script says to a duty.
 *
 * @param day earliest day on which the duty is done
 * @param values form values by field key; absent where nothing is known
 * @param first rows that the duty's page would have written, in the same transaction
 * @param missing what was not published, in a few words, or null when everything was
 */
record Answer(LocalDate day, Map<String, ?> values, Runnable first, @Nullable String missing) {

  private static final Runnable NOTHING = () -> {};

  /** An answer of which everything is known. */
  static Answer of(LocalDate day, Map<String, ?> values) {
    return new Answer(day, values, NOTHING, null);
  }

  /** Passes a duty that writes its own entry when nothing was published. */
  static Answer passed(LocalDate day) {
    return new Answer(day, Map.of(), NOTHING, null);
  }

  /** Passes a duty of which nothing was published. */
  static Answer notPublished(LocalDate day, String missing) {
    return new Answer(day, Map.of(), NOTHING, missing);
  }

  /** The same answer with something that was not published. */
  Answer without(String what) {
    return new Answer(day, values, first, what);
  }

  /** The same answer after rows have been written. */
  Answer after(Runnable rows) {
    return new Answer(day, values, rows, missing);
  }
}
