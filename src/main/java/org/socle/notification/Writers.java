package org.socle.notification;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the module that writes a kind of mail. */
@Component
class Writers {

  private final ObjectProvider<Letters> personal;
  private final ObjectProvider<GroupLetters> ofGroups;

  Writers(ObjectProvider<Letters> personal, ObjectProvider<GroupLetters> ofGroups) {
    this.personal = personal;
    this.ofGroups = ofGroups;
  }

  boolean know(String kind) {
    return personal(kind).isPresent() || ofGroups(kind).isPresent();
  }

  /** Who writes a kind that is for one person. */
  Optional<Letters> personal(String kind) {
    return personal.orderedStream().filter(each -> each.knows(kind)).findFirst();
  }

  /** Who writes a kind that is for whoever may act for a group. */
  Optional<GroupLetters> ofGroups(String kind) {
    return ofGroups.orderedStream().filter(each -> each.kinds().contains(kind)).findFirst();
  }
}
