package org.socle.nationalprocess;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which agency is proposed to lead, by rule DT2 (1) to (3).
 *
 * @param ground FIRST_RESIDENT, SUPPORT_RESIDENT or FIRST_REMOTE
 */
record LeadProposal(String agency, String ground) {

  /**
   * Proposes the first agency when it is resident and takes part, else the first support agency
   * that is and does, else the first agency by remote advice.
   *
   * @param first codes of the first agencies of the subject, separated by commas
   * @param support codes of its support agencies in order, separated by commas, or null
   * @param participating resident agencies that accepted the invitation
   */
  static LeadProposal of(String first, @Nullable String support, Set<String> participating) {
    Stream<LeadProposal> leads =
        codes(first).stream().map(agency -> new LeadProposal(agency, "FIRST_RESIDENT"));
    Stream<LeadProposal> helpers =
        codes(support).stream().map(agency -> new LeadProposal(agency, "SUPPORT_RESIDENT"));
    return Stream.concat(leads, helpers)
        .filter(proposal -> participating.contains(proposal.agency()))
        .findFirst()
        .orElseGet(() -> new LeadProposal(codes(first).get(0), "FIRST_REMOTE"));
  }

  private static List<String> codes(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .toList();
  }
}
