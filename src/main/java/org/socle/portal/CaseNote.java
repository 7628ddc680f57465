package org.socle.portal;

import org.jspecify.annotations.Nullable;

/**
 * What a file of published facts says of a case without a date.
 *
 * @param address where a source is found, or null
 */
record CaseNote(String kind, String text, @Nullable String address) {

  /** Whether it names a source. */
  boolean names() {
    return "SOURCE".equals(kind);
  }

  /** A source as facts name it: its title with its address. */
  String source() {
    return address == null ? text : text + " <" + address + ">";
  }
}
