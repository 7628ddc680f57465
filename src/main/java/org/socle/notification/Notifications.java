package org.socle.notification;

/** Puts mails into the outbox in the caller's transaction; nothing is sent from here. */
public interface Notifications {

  /** Puts one mail into the outbox; the same event, kind and recipient is stored once. */
  void enqueue(Mail mail);
}
