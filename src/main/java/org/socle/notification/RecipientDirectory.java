package org.socle.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.notification.Recipients.Addressee;
import org.socle.notification.Recipients.Party;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings together what the modules say about a group: an agency's people are kept in two. */
@Component
class RecipientDirectory {

  private final ObjectProvider<Recipients> sources;

  RecipientDirectory(ObjectProvider<Recipients> sources) {
    this.sources = sources;
  }

  Optional<Party> find(String group, @Nullable String country) {
    List<Party> found =
        sources.orderedStream().flatMap(each -> each.find(group, country).stream()).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Addressee> people = new ArrayList<>();
    found.forEach(party -> people.addAll(party.people()));
    return Optional.of(new Party(found.get(0).name(), found.get(0).constituency(), people));
  }
}
