package org.socle.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.Retries;
import org.socle.tracking.Submissions;
import org.springframework.stereotype.Component;

/** Sends a form once, and again when another transaction came in between. */
@Component
class SendOnce {

  /** Name of the hidden field with the id of a drawn form. */
  static final String FIELD = "_submission";

  /** What a page says that keeps what was typed when its form was sent before with other words. */
  static final List<FieldError> OTHER_CONTENT =
      List.of(new FieldError("", "error.sent-before", List.of()));

  private static final Pattern DRAWN = Pattern.compile("[0-9a-f-]{36}");

  private final Submissions submissions;
  private final Retries retries;

  SendOnce(Submissions submissions, Retries retries) {
    this.submissions = submissions;
    this.retries = retries;
  }

  /**
   * The address to which the first sending led; a {@link org.socle.tracking.AlreadySentException}
   * when other content was sent under the key.
   */
  String send(Actor actor, String key, Map<String, ?> content, Supplier<String> work) {
    return retries.call(() -> submissions.once(actor.accountId(), key, content, work));
  }

  /**
   * Sends a drawn form; where it is sent belongs to what is sent, so that the same form is not
   * taken for sent when it comes to another place.
   *
   * @param drawn id of the drawn form
   * @param where address of what it changes
   */
  String sendForm(
      Actor actor,
      @Nullable String drawn,
      String where,
      Map<String, ?> typed,
      Supplier<String> work) {
    Map<String, Object> content = new HashMap<>(typed);
    content.put(FIELD, where);
    return send(actor, form(drawn), content, work);
  }

  /** Key of a drawn form; a new one when the form has lost its id. */
  private static String form(@Nullable String drawn) {
    return "form-"
        + (drawn != null && DRAWN.matcher(drawn).matches() ? drawn : UUID.randomUUID().toString());
  }
}
