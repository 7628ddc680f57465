package org.socle.notification;

import java.util.List;

/**
 * One mail as it leaves, to one person.
 *
 * @param address address of the person
 * @param language en, fr or es
 * @param arguments what the texts {@code mail.<kind>.subject} and {@code mail.<kind>.text} name
 * @param path path of the page behind the one link, beginning with a slash; it may hold a secret
 *     and is never stored or logged
 */
public record Letter(String address, String language, List<String> arguments, String path) {

  public Letter {
    arguments = List.copyOf(arguments);
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path begins with a slash");
    }
  }
}
