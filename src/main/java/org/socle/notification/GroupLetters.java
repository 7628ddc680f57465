package org.socle.notification;

import java.util.Optional;
import java.util.Set;

/**
 * Says what the mails of a module to groups are about, at the moment they leave; the words stand in
 * the bundle {@code mail}, and who gets them is not the module's to say.
 */
public interface GroupLetters {

  /** Kinds that this module writes. */
  Set<String> kinds();

  /** What a mail says today; empty when it has become pointless, as when the answer has come. */
  Optional<GroupLetter> write(Mail mail);
}
