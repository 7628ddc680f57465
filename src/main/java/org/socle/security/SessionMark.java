package org.socle.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a session remembers of its sign-in.
 *
 * @param epoch number of the account's sessions at sign-in; a higher one in the account ends the
 *     session
 * @param since when the person signed in
 * @param confirmed whether a code of the second factor was given, or whoever vouches for the person
 *     asks for one of its own
 */
record SessionMark(long epoch, Instant since, boolean confirmed) implements Serializable {

  SessionMark withEpoch(long current) {
    return new SessionMark(current, since, confirmed);
  }

  SessionMark confirmedAt(Instant moment) {
    return new SessionMark(epoch, moment, true);
  }
}
