package org.socle.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published facts of one national process, read and checked.
 *
 * @param hash SHA-256 of the file in hexadecimal
 * @param country ISO 3166 alpha-3 code
 * @param title title by language: en, fr, es
 * @param lead acronyms of the institutions that chair
 * @param attendsWithoutSeat who comes to meetings without being a member
 * @param bodies deciding bodies by order
 * @param notes facts without a date
 * @param events events in the order of their days
 */
record CaseFile(
    String hash,
    String country,
    Map<String, String> title,
    List<String> languages,
    List<String> lead,
    List<Source> sources,
    List<Institution> institutions,
    List<String> attendsWithoutSeat,
    List<Body> bodies,
    List<Recommendation> recommendations,
    List<String> notes,
    List<Event> events,
    List<Figure> figures,
    List<Reported> reported) {

  /** Events of a kind, in order. */
  List<Event> events(EventKind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }

  /** Events with an outcome, in order. */
  List<Event> decisions() {
    return events.stream().filter(event -> event.outcome() != null).toList();
  }

  /** The source of an event as it is cited, or empty. */
  Optional<Source> source(@Nullable String id) {
    return sources.stream().filter(source -> source.id().equals(id)).findFirst();
  }

  /** The deciding body that an event names. */
  Optional<Body> body(Event event) {
    return bodies.stream().filter(body -> event.who().contains(body.name())).findFirst();
  }

  /** Where a fact was published. */
  record Source(String id, String title, String address) {

    /** Title and address in one line. */
    String citation() {
      return title + " <" + address + ">";
    }
  }

  /** An institution, or the country team whose agencies take part. */
  record Institution(
      String acronym, String name, String category, List<String> agencies, int line) {}

  /** A deciding body; {@code order} 1 decides first. */
  record Body(String name, String level, int order, @Nullable String chairedBy, int line) {}

  /**
   * A recommendation as it was published; {@code addedCost} in percent of GDP, null when not
   * published.
   */
  record Recommendation(
      String title,
      String text,
      String guarantee,
      int priority,
      boolean needsLaw,
      @Nullable BigDecimal addedCost,
      int line) {}

  /**
   * One dated fact.
   *
   * @param day day on which the replay places it: the published day, or the first day of the month
   *     that keeps the order
   * @param who acronyms, agencies, bodies and attendants that the file declares
   * @param outcome what the body decided, or null
   */
  record Event(
      @Nullable String id,
      PublishedDate date,
      LocalDate day,
      @Nullable PublishedDate until,
      EventKind kind,
      List<String> who,
      @Nullable String what,
      @Nullable String level,
      @Nullable String outcome,
      List<String> conditions,
      @Nullable String source,
      int line) {

    /** The last day of the event. */
    LocalDate lastDay() {
      return until == null || until.monthOnly() ? day : until.first();
    }

    Event on(LocalDate placed) {
      return new Event(
          id, date, placed, until, kind, who, what, level, outcome, conditions, source, line);
    }
  }

  /** Two events whose distance is measured in the replayed case. */
  record Figure(String name, Map<String, String> title, String from, String to, int line) {}

  /** A span that the source itself reports. */
  record Reported(
      String name,
      Map<String, String> title,
      PublishedDate from,
      PublishedDate to,
      @Nullable String note,
      @Nullable String source,
      int line) {}
}
