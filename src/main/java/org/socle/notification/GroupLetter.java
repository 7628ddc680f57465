package org.socle.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail to a group says beside its texts.
 *
 * @param facts shown as a list, in this order
 * @param due last day in the country, or null
 * @param path path of the page behind the one link, beginning with a slash
 * @param sitting what people are invited to, or null
 */
public record GroupLetter(
    List<Fact> facts, @Nullable LocalDate due, String path, @Nullable Sitting sitting) {

  public GroupLetter {
    facts = List.copyOf(facts);
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path begins with a slash");
    }
  }

  /** A letter that links to a page and says nothing more yet. */
  public static GroupLetter on(String path) {
    return new GroupLetter(List.of(), null, path, null);
  }

  /** The same with a last day. */
  public GroupLetter by(@Nullable LocalDate day) {
    return new GroupLetter(facts, day, path, sitting);
  }

  /**
   * The same with one fact more; what is not known is left out.
   *
   * @param name its label is {@code mail.fact.<name>}
   * @param value text as people typed it, a number, a date or a {@link Word}
   */
  public GroupLetter with(String name, @Nullable Object value) {
    if (value == null || value.toString().isBlank()) {
      return this;
    }
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact(name, value));
    return new GroupLetter(more, due, path, sitting);
  }

  /** The same with an invitation that calendars read. */
  public GroupLetter inviting(Sitting to) {
    return new GroupLetter(facts, due, path, to);
  }

  /** One line of the list. */
  public record Fact(String name, Object value) {}

  /** A value that is a text of ours: {@code mail.word.<code>}. */
  public record Word(String code) {}

  /**
   * A day on which people meet.
   *
   * @param id the same for the same sitting, however often it is moved
   * @param version 0 at first, counted up when it is moved
   * @param round number of the round
   */
  public record Sitting(
      String id,
      int version,
      int round,
      LocalDate day,
      @Nullable String place,
      @Nullable String agenda) {}
}
