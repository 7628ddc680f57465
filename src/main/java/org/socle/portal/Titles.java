package org.socle.portal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses a case's title by the reader's language. */
final class Titles {

  private Titles() {}

  /** The title in the reader's language, or the one that was submitted. */
  static String of(Locale locale, String title, @Nullable String french, @Nullable String spanish) {
    String own =
        switch (locale.getLanguage()) {
          case "fr" -> french;
          case "es" -> spanish;
          default -> title;
        };
    return own == null ? title : own;
  }
}
