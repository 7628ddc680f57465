package org.socle.notification;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says who may act for a group today, and where they are reached; whoever keeps seats, agencies or
 * functions implements it.
 */
public interface Recipients {

  /**
   * The group and its people today; empty when this module does not keep such groups, or the group
   * has ended.
   *
   * @param group a function, {@code seat-<id>} or {@code agency-<code>}
   * @param country of the case that is written about, or null
   */
  Optional<Party> find(String group, @Nullable String country);

  /**
   * A group that is written to.
   *
   * @param name of the institution or agency; null where the group's own word is its name
   * @param constituency GOV, EMP, WRK … of a seat, AGENCY or FUNCTION
   */
  record Party(@Nullable String name, String constituency, List<Addressee> people) {

    public Party {
      people = List.copyOf(people);
    }
  }

  /**
   * Somebody who may act for the group.
   *
   * @param key {@code account-<id>}, {@code person-<id>} or {@code institution-<id>}
   * @param address blank when there is none
   * @param language en, fr or es
   */
  record Addressee(String key, Capacity capacity, String address, String language) {}

  /** As what somebody is written to. */
  enum Capacity {
    /** The mail is for this person alone. */
    PERSON,
    /** Holds the function, or answers for the agency. */
    HOLDER,
    TITULAR,
    ALTERNATE,
    /** Looks after the institution's seat with an account. */
    CONTACT,
    /** The institution's own address, where nobody has an account. */
    INSTITUTION,
    /** Told, not asked. */
    COPY
  }
}
