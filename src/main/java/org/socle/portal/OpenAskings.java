package org.socle.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.springframework.stereotype.Component;

/** The askings of a case that wait for answers, and who may end them before their last day. */
@Component
class OpenAskings {

  /**
   * An asking as pages show it.
   *
   * @param theirs whether the reader is who ends it
   * @param endHref address of the page on which the reader may end it now, or null
   */
  record Waiting(OpenAsking asking, boolean theirs, @Nullable String endHref) {

    /** How many have not answered yet. */
    public int open() {
      return Math.max(0, asking.asked() - asking.answered());
    }
  }

  private static final String SECRETARIAT = "secretariat";
  private static final String CHAIR = "chair";
  // The chair presides over the working group; nominations, agencies and conditions are not its
  // matter.
  private static final Set<String> OF_THE_GROUP = Set.of("position", "late-position", "opinion");

  private final Askings askings;

  OpenAskings(Askings askings) {
    this.askings = askings;
  }

  /** What a case waits for, oldest first; nothing of a suspended case is ended. */
  List<Waiting> of(CaseRow row, Actor actor) {
    return askings.openOf(row.id()).stream().map(asking -> waiting(row, asking, actor)).toList();
  }

  private static Waiting waiting(CaseRow row, OpenAsking asking, Actor actor) {
    boolean theirs = mayEnd(asking.kind(), actor);
    return new Waiting(asking, theirs, theirs && !row.suspended() ? href(row.id(), asking) : null);
  }

  /** One asking of a case, if it still waits. */
  Optional<Waiting> find(CaseRow row, String askingId, Actor actor) {
    return of(row, actor).stream()
        .filter(waiting -> waiting.asking().id().equals(askingId))
        .findFirst();
  }

  /** Whether the actor may end any asking at all. */
  static boolean mayEndSome(Actor actor) {
    return actor.groups().contains(SECRETARIAT) || actor.groups().contains(CHAIR);
  }

  private static boolean mayEnd(String kind, Actor actor) {
    return actor.groups().contains(SECRETARIAT)
        || actor.groups().contains(CHAIR) && OF_THE_GROUP.contains(kind);
  }

  private static String href(String caseId, OpenAsking asking) {
    return "/cases/" + caseId + "/askings/" + asking.id() + "/end";
  }
}
