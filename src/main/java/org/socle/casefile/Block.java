package org.socle.casefile;

import java.util.List;
import java.util.stream.Stream;

/**
 * The blocks of a case file with the keys that each may hold; the one list behind reader, schema
 * and documentation.
 */
enum Block {
  FILE(
      List.of("country", "title", "sources", "institutions", "bodies", "events"),
      List.of(
          "languages",
          "lead",
          "attends_without_seat",
          "recommendations",
          "notes",
          "figures",
          "reported")),
  TITLE(List.of("en", "fr", "es"), List.of()),
  SOURCE(List.of("id", "title", "address"), List.of()),
  INSTITUTION(List.of("acronym", "name", "category"), List.of("agencies")),
  BODY(List.of("name", "level", "order"), List.of("chaired_by")),
  RECOMMENDATION(
      List.of("title", "text", "guarantee", "priority", "needs_law"), List.of("added_cost")),
  EVENT(
      List.of("date", "kind"),
      List.of("id", "until", "who", "what", "level", "outcome", "conditions", "source")),
  FIGURE(List.of("name", "title", "from", "to"), List.of()),
  REPORTED(List.of("name", "title", "from", "to"), List.of("note", "source"));

  private final List<String> required;
  private final List<String> keys;

  Block(List<String> required, List<String> optional) {
    this.required = required;
    this.keys = Stream.concat(required.stream(), optional.stream()).toList();
  }

  /** Keys without which the block is refused. */
  List<String> required() {
    return required;
  }

  /** Every key that the block may hold. */
  List<String> keys() {
    return keys;
  }
}
