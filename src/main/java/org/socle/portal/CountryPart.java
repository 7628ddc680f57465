package org.socle.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.socle.tracking.Actor;

/** The parts of a country that have a form each. */
enum CountryPart {
  BASICS(false),
  WEEK(false),
  HOLIDAYS(true),
  INSTITUTIONS(false),
  AGENCIES(true),
  RULES(false),
  TERMS(false);

  private final boolean ofCoordinators;

  CountryPart(boolean ofCoordinators) {
    this.ofCoordinators = ofCoordinators;
  }

  /** Its word in addresses, forms and bundles. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CountryPart> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
  }

  /** Whether somebody who may see the country may change the part. */
  boolean mayChange(Actor actor) {
    return actor.groups().contains(SignedIn.ADMINISTRATOR) || ofCoordinators;
  }
}
