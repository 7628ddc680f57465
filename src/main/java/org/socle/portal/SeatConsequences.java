package org.socle.portal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.portal.SeatReads.Running;
import org.socle.portal.SeatReads.SeatLine;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.socle.tracking.Askings.Tally;
import org.springframework.stereotype.Component;

/** Says in plain words what a change of the seats will do to what is being asked. */
@Component
class SeatConsequences {

  private final SeatReads reads;
  private final Askings askings;

  SeatConsequences(SeatReads reads, Askings askings) {
    this.reads = reads;
    this.askings = askings;
  }

  /** Whether nominations are being asked, which ask for the members. */
  boolean nominating(String caseId) {
    return askings.openOf(caseId).stream().anyMatch(asking -> "nomination".equals(asking.kind()));
  }

  /**
   * What the change does, one sentence each.
   *
   * @param seat the seat, or null for one that is added
   */
  List<String> of(SeatAct act, String caseId, @Nullable SeatLine seat, Say say) {
    List<String> said = new ArrayList<>();
    switch (act) {
      case ADD, REINSTATE -> joins(act, caseId, seat, said, say);
      case REMOVE, VACATE -> leaves(caseId, seat, said, say);
      case REPLACE -> {
        // Nothing but who may act.
      }
    }
    said.add(say.text("seats.effect." + act.code()));
    said.add(say.text("seats.effect.others"));
    said.add(say.text("seats.effect.reason"));
    return said;
  }

  private void joins(
      SeatAct act, String caseId, @Nullable SeatLine seat, List<String> said, Say say) {
    List<OpenAsking> open =
        askings.openOf(caseId).stream()
            .filter(
                asking ->
                    List.of("nomination", "position", "late-position", "opinion")
                        .contains(asking.kind()))
            .toList();
    if (seat != null && !seat.voting() && !nominating(caseId) || open.isEmpty()) {
      said.add(say.text("seats.effect.asked-later"));
      return;
    }
    for (OpenAsking asking : open) {
      said.add(
          say.text(
              act == SeatAct.ADD ? "seats.effect.asked-now" : "seats.effect.asked-again",
              say.word("asking", asking.kind())));
    }
  }

  // One that is fulfilled stays so; several are said once.
  private static void condition(Running asked, List<String> said, Say say) {
    String text = say.text("seats.effect.condition");
    if ("open".equals(asked.state()) && !said.contains(text)) {
      said.add(text);
    }
  }

  private void leaves(String caseId, @Nullable SeatLine seat, List<String> said, Say say) {
    List<Running> running = seat == null ? List.of() : reads.running(caseId, seat.id());
    for (Running asked : running) {
      String kind = say.word("asking", asked.kind());
      if ("condition".equals(asked.kind())) {
        condition(asked, said, say);
      } else if ("answered".equals(asked.state())) {
        said.add(say.text("seats.effect.set-aside", kind));
      } else {
        Tally tally = askings.tally(asked.askingId());
        said.add(say.text("seats.effect.taken-out", kind, tally.open() - 1));
      }
    }
    if (running.isEmpty()) {
      said.add(say.text("seats.effect.nothing-asked"));
    }
  }
}
