package org.socle.notification;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the module that writes a kind of mail; kinds are few, and asked for with every mail. */
@Component
class Writers {

  private final ObjectProvider<Letters> personal;
  private final ObjectProvider<GroupLetters> ofGroups;
  private final Map<String, Optional<Letters>> knownPersonal = new ConcurrentHashMap<>();
  private final Map<String, Optional<GroupLetters>> knownOfGroups = new ConcurrentHashMap<>();

  Writers(ObjectProvider<Letters> personal, ObjectProvider<GroupLetters> ofGroups) {
    this.personal = personal;
    this.ofGroups = ofGroups;
  }

  boolean know(String kind) {
    return ofGroups(kind).isPresent() || personal(kind).isPresent();
  }

  /** Who writes a kind that is for one person. */
  Optional<Letters> personal(String kind) {
    return knownPersonal.computeIfAbsent(
        kind, key -> personal.orderedStream().filter(each -> each.knows(key)).findFirst());
  }

  /** Who writes a kind that is for whoever may act for a group. */
  Optional<GroupLetters> ofGroups(String kind) {
    return knownOfGroups.computeIfAbsent(
        kind,
        key -> ofGroups.orderedStream().filter(each -> each.kinds().contains(key)).findFirst());
  }
}
