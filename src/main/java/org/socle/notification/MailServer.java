package org.socle.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Whether mails leave this installation. */
@Component
@EnableConfigurationProperties(NotificationProperties.class)
public class MailServer {

  private final boolean configured;
  private final NotificationProperties settings;

  MailServer(ObjectProvider<JavaMailSender> sender, NotificationProperties settings) {
    this.configured = sender.getIfAvailable() != null;
    this.settings = settings;
  }

  /** Whether {@code spring.mail.host} is set; without it mails are held. */
  public boolean configured() {
    return configured;
  }

  /** The full address of a page, as people outside reach it. */
  public String link(String path) {
    return settings.publicAddress() + path;
  }
}
