package org.socle.casefile;

import java.util.Locale;

/** What kind of fact an event is. */
enum EventKind {
  REQUEST,
  SUPPORT_AGREED,
  GROUP_FORMED,
  PRESENTED,
  MEETING,
  MATRIX_DRAFTED,
  BILATERAL,
  WORKSHOP,
  CONSULTATION,
  COSTING,
  PUBLISHED,
  POLITICAL_DECISION,
  ADOPTED;

  /** The word in the file, such as {@code group_formed}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a body decides in it. */
  boolean decides() {
    return this == POLITICAL_DECISION || this == ADOPTED;
  }
}
