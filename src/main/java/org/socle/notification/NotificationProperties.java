package org.socle.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of mails.
 *
 * @param from address that mails come from
 * @param publicAddress address of the web as people reach it, without a slash at its end
 * @param sweep time between two looks at the outbox
 * @param batch mails taken at once, 1 to 100
 * @param giveUpAfter how long a mail is tried before it is given up
 */
@ConfigurationProperties("socle.notification")
record NotificationProperties(
    String from, String publicAddress, Duration sweep, int batch, Duration giveUpAfter) {

  NotificationProperties {
    if (publicAddress.endsWith("/")) {
      publicAddress = publicAddress.substring(0, publicAddress.length() - 1);
    }
  }

  /** The address alone, where the setting also holds a name. */
  String address() {
    return from.replaceFirst(".*<", "").replaceFirst(">.*", "").strip();
  }

  /** What stands behind the address's sign; numbers of mails and sittings end with it. */
  String domain() {
    return address().replaceFirst(".*@", "");
  }
}
