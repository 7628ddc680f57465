package org.socle.notification;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a mail server said. */
final class Refusal {

  private static final int LONGEST = 300;
  private static final int PERMANENT = 500;

  private Refusal() {}

  /**
   * Whether trying this mail again is of no use; a refusal of the sender is not the mail's fault.
   */
  static boolean forGood(Exception cause) {
    if (cause instanceof AddressException) {
      return true;
    }
    if (cause instanceof SMTPSendFailedException said && said.getReturnCode() >= PERMANENT) {
      return !String.valueOf(said.getCommand()).startsWith("MAIL");
    }
    return cause instanceof SendFailedException refused && some(refused.getInvalidAddresses());
  }

  private static boolean some(Address @Nullable [] addresses) {
    return addresses != null && addresses.length > 0;
  }

  /** The kind of the failure and the server's first line; addresses and links are left out. */
  static String words(Exception cause) {
    Throwable root = cause;
    for (Throwable next = inner(root); next != null; next = inner(next)) {
      root = next;
    }
    String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName()
        + ": "
        + said.replaceAll("\\S+@\\S+", "(address)").replaceAll("https?://\\S+", "(link)");
  }

  private static @Nullable Throwable inner(Throwable of) {
    if (of instanceof MessagingException mail && mail.getNextException() != null) {
      return mail.getNextException();
    }
    Throwable cause = of.getCause();
    return cause == of ? null : cause;
  }

  static String cut(String error) {
    return error.length() <= LONGEST ? error : error.substring(0, LONGEST);
  }
}
