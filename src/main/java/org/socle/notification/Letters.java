package org.socle.notification;

import java.util.Optional;

/**
 * Writes the mails of a module at the moment they leave, so that what they say is of today and a
 * secret in a link lies in no table.
 */
public interface Letters {

  /** Whether this module writes mails of a kind. */
  boolean knows(String kind);

  /**
   * The mail; empty when nobody needs it any more, or nobody can be reached.
   *
   * @param recipient as it was put into the outbox
   * @param event as it was put into the outbox
   */
  Optional<Letter> write(String kind, String recipient, String event);
}
