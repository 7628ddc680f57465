package org.socle.portal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sources that a page names: listed once, and named by their numbers in its tables. */
final class Sources {

  /** A source; without an address it is told in words. */
  record Source(int number, String title, @Nullable String address) {}

  private static final Pattern WITH_ADDRESS = Pattern.compile("(.+?)\\s*<(https?://[^<>\\s\"']+)>");

  private final List<String> texts;

  private Sources(List<String> texts) {
    this.texts = texts;
  }

  /** Collects the sources in the order in which they are first named. */
  static Sources of(Stream<? extends @Nullable String> named) {
    Collection<String> texts = new LinkedHashSet<>();
    named
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .filter(text -> !text.isBlank())
        .forEach(texts::add);
    return new Sources(List.copyOf(texts));
  }

  /** Number of a source, counted from 1; 0 for none. */
  public int number(@Nullable String text) {
    return text == null ? 0 : texts.indexOf(text) + 1;
  }

  /** Every source with its number. */
  public List<Source> all() {
    return texts.stream().map(this::source).toList();
  }

  private Source source(String text) {
    Matcher matcher = WITH_ADDRESS.matcher(text);
    return matcher.matches()
        ? new Source(number(text), matcher.group(1), matcher.group(2))
        : new Source(number(text), text, null);
  }
}
