package org.socle.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.context.MessageSource;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame: the doors of the reader's roles, the language and its words. */
@ControllerAdvice(basePackageClasses = {PageFrame.class, BasicErrorController.class})
class PageFrame {

  /** One entry of the navigation. */
  record Door(String href, String text, boolean current) {}

  /**
   * What the layout shows around a page.
   *
   * @param path path to which a language link leads back, empty where there is none
   */
  record Frame(String path, boolean signedIn, List<Door> doors, List<Locale> languages) {}

  private final MessageSource messages;
  private final SignedIn signedIn;

  PageFrame(MessageSource messages, SignedIn signedIn) {
    this.messages = messages;
    this.signedIn = signedIn;
  }

  @ModelAttribute("say")
  Say say(Locale locale) {
    return new Say(messages, locale);
  }

  /** Every drawn form has an id of its own, so that it has one effect however often it is sent. */
  @ModelAttribute("submission")
  String submission() {
    return UUID.randomUUID().toString();
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, Locale locale) {
    boolean error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    String path = error || !"GET".equals(request.getMethod()) ? "" : request.getServletPath();
    boolean present = signedIn.present();
    return new Frame(
        path,
        present,
        present ? doors(groups(error), request.getServletPath(), locale) : List.of(),
        ReaderLocaleResolver.OFFERED);
  }

  // An error page must not fail a second time when the cause was the account or the database.
  private Set<String> groups(boolean error) {
    try {
      return signedIn.actor().groups();
    } catch (RuntimeException cause) {
      if (error || cause instanceof AuthenticationException) {
        return Set.of();
      }
      throw cause;
    }
  }

  private List<Door> doors(Set<String> groups, String path, Locale locale) {
    List<Door> doors = new ArrayList<>();
    if (groups.contains(SignedIn.STAKEHOLDER)) {
      doors.add(door("/my-tasks", "portal.nav.my-tasks", path, locale));
    }
    if (groups.contains(SignedIn.COORDINATOR)) {
      doors.add(door("/camunda/app/tasklist/default/", "portal.nav.tasklist", path, locale));
    }
    if (CasesController.mayRead(groups)) {
      doors.add(door("/cases", "portal.nav.cases", path, locale));
    }
    if (groups.contains(SignedIn.COORDINATOR)) {
      doors.add(door("/mails", "portal.nav.mails", path, locale));
    }
    if (groups.contains(SignedIn.FOCAL_POINT)) {
      doors.add(door("/request", "portal.nav.request", path, locale));
    }
    if (groups.contains(SignedIn.COORDINATOR) || groups.contains(SignedIn.ADMINISTRATOR)) {
      doors.add(door("/people", "portal.nav.people", path, locale));
      doors.add(door("/countries", "countries.title", path, locale));
    }
    if (groups.contains(SignedIn.ADMINISTRATOR)) {
      doors.add(door("/camunda/app/cockpit/default/", "portal.nav.cockpit", path, locale));
      doors.add(door("/camunda/app/admin/default/", "portal.nav.admin", path, locale));
    }
    if (!groups.isEmpty()) {
      doors.add(door("/account", "people.own.title", path, locale));
    }
    return doors;
  }

  private Door door(String href, String key, String path, Locale locale) {
    return new Door(
        href,
        messages.getMessage(key, null, locale),
        path.equals(href) || path.startsWith(href + "/"));
  }
}
