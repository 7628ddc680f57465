package org.socle.document;

import java.util.List;
import java.util.Locale;

/** A file that was sent and is not taken; nothing of it is kept. */
public class RefusedUploadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UploadCheck.Reason reason;
  private final String name;
  private final String expected;

  RefusedUploadException(UploadCheck.Reason reason, String name, String expected) {
    super(reason.name());
    this.reason = reason;
    this.name = name;
    this.expected = expected;
  }

  /** Why it is refused. */
  public UploadCheck.Reason reason() {
    return reason;
  }

  /** Key of the text in the bundles, such as {@code upload.too-large}. */
  public String key() {
    return "upload." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the text names: the cleaned name first, then what is expected. */
  public List<Object> arguments() {
    return List.of(name, expected);
  }
}
