package org.socle.portal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sources that a page names: listed once, and named by their numbers in its tables. */
final class Sources {

  /** A source; without an address it is told in words. */
  record Source(int number, String title, @Nullable String address) {}

  private static final Pattern WITH_ADDRESS = Pattern.compile("(.+?)\\s*<(https?://[^<>\\s\"']+)>");
  // A text may name several sources, each with its address.
  private static final Pattern BETWEEN = Pattern.compile("(?<=>);\\s*");

  private final List<String> texts;

  private Sources(List<String> texts) {
    this.texts = texts;
  }

  /** Collects the sources in the order in which they are first named. */
  static Sources of(Stream<? extends @Nullable String> named) {
    Set<String> texts = new LinkedHashSet<>();
    named.filter(Objects::nonNull).map(String::valueOf).flatMap(Sources::each).forEach(texts::add);
    return new Sources(List.copyOf(texts));
  }

  private static Stream<String> each(String text) {
    return Arrays.stream(BETWEEN.split(text)).map(String::strip).filter(one -> !one.isEmpty());
  }

  /** Numbers of the sources that the texts name, counted from 1, lowest first. */
  public List<Integer> numbers(@Nullable String... named) {
    return Arrays.stream(named)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .flatMap(Sources::each)
        .map(text -> texts.indexOf(text) + 1)
        .filter(number -> number > 0)
        .distinct()
        .sorted()
        .toList();
  }

  /** Every source with its number. */
  public List<Source> all() {
    return texts.stream().map(this::source).toList();
  }

  private Source source(String text) {
    int number = texts.indexOf(text) + 1;
    Matcher matcher = WITH_ADDRESS.matcher(text);
    return matcher.matches()
        ? new Source(number, matcher.group(1), matcher.group(2))
        : new Source(number, text, null);
  }
}
