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
 * @param attempts times a mail is tried before it is given up, 1 to 20
 */
@ConfigurationProperties("socle.notification")
record NotificationProperties(
    String from, String publicAddress, Duration sweep, int batch, int attempts) {

  NotificationProperties {
    if (publicAddress.endsWith("/")) {
      publicAddress = publicAddress.substring(0, publicAddress.length() - 1);
    }
  }
}
