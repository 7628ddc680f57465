package org.socle.api;

import java.util.Locale;

/** State of a duty. */
enum DutyState {
  OPEN,
  ANSWERED,
  SILENT,
  CANCELLED;

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }
}
