package org.socle.stakeholder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.stakeholder.NominationAnswer.Nominee;

/**
 * What the composition rules R1, R2, R3, R7, R11 and R15 look at; null where published facts are
 * silent.
 *
 * @param mandatoryMinistriesMissing mandatory core ministries without a full member and a
 *     substitute
 * @param personsWithTwoSeats persons who were nominated for more than one place
 */
record CompositionFacts(
    @Nullable Integer mandatoryMinistriesMissing,
    int ssiMembers,
    int employers,
    int workers,
    int nationalNgos,
    @Nullable Boolean leadAgencyNamed,
    @Nullable Integer personsWithTwoSeats) {

  static CompositionFacts of(List<Member> members, boolean leadAgencyNamed) {
    return new CompositionFacts(
        (int) members.stream().filter(Member::ministryMissing).count(),
        seated(members, Category.GOV_SSI),
        seated(members, Category.EMP),
        seated(members, Category.WRK),
        seated(members, Category.CSO_NAT),
        leadAgencyNamed,
        doubles(members));
  }

  /** The same facts with null for what no file of published facts has said. */
  CompositionFacts published(List<Member> members) {
    boolean namesKnown = members.stream().anyMatch(member -> member.fullMember() != null);
    return new CompositionFacts(
        namesKnown && members.stream().anyMatch(Member::mandatory)
            ? mandatoryMinistriesMissing
            : null,
        ssiMembers,
        employers,
        workers,
        nationalNgos,
        Boolean.TRUE.equals(leadAgencyNamed) ? leadAgencyNamed : null,
        namesKnown ? personsWithTwoSeats : null);
  }

  Map<String, @Nullable Object> inputs() {
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("mandatoryMinistriesMissing", mandatoryMinistriesMissing);
    inputs.put("ssiMembers", ssiMembers);
    inputs.put("employers", employers);
    inputs.put("workers", workers);
    inputs.put("nationalNgos", nationalNgos);
    inputs.put("leadAgencyNamed", leadAgencyNamed);
    inputs.put("personsWithTwoSeats", personsWithTwoSeats);
    return inputs;
  }

  /** Rules that cannot be judged on these facts, with what is missing. */
  Map<String, String> unknown() {
    Map<String, String> unknown = new HashMap<>();
    if (mandatoryMinistriesMissing == null) {
      unknown.put("R1", "full members and substitutes of mandatory ministries");
    }
    if (leadAgencyNamed == null) {
      unknown.put("R11", "lead agency");
    }
    if (personsWithTwoSeats == null) {
      unknown.put("R15", "names of members");
    }
    return unknown;
  }

  private static int seated(List<Member> members, Category category) {
    return (int)
        members.stream().filter(member -> member.seated() && category == member.category()).count();
  }

  private static int doubles(List<Member> members) {
    List<Nominee> once = new ArrayList<>();
    List<Nominee> twice = new ArrayList<>();
    for (Member member : members) {
      for (Nominee nominee : member.nominees()) {
        if (once.stream().noneMatch(nominee::samePerson)) {
          once.add(nominee);
        } else if (twice.stream().noneMatch(nominee::samePerson)) {
          twice.add(nominee);
        }
      }
    }
    return twice.size();
  }

  /** An institution of the map with its seat's state and whom it nominated last. */
  record Member(
      Category category,
      boolean mandatory,
      boolean seated,
      @Nullable Nominee fullMember,
      @Nullable Nominee substitute) {

    private boolean ministryMissing() {
      return category == Category.GOV_CORE
          && mandatory
          && !(seated && fullMember != null && substitute != null);
    }

    private List<Nominee> nominees() {
      List<Nominee> nominees = new ArrayList<>();
      if (seated && fullMember != null) {
        nominees.add(fullMember);
      }
      if (seated && substitute != null) {
        nominees.add(substitute);
      }
      return nominees;
    }
  }
}
