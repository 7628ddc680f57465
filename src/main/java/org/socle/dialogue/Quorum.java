package org.socle.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.stakeholder.WorkingGroup;
import org.socle.stakeholder.WorkingGroups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks whether enough seats came to a sitting (DT4). */
@Service
public class Quorum {

  private static final String TABLE = "check-quorum";

  private final RoundTable rounds;
  private final AttendanceList attendance;
  private final WorkingGroups workingGroups;
  private final Rules rules;
  private final Published published;

  Quorum(
      RoundTable rounds,
      AttendanceList attendance,
      WorkingGroups workingGroups,
      Rules rules,
      Published published) {
    this.rounds = rounds;
    this.attendance = attendance;
    this.workingGroups = workingGroups;
    this.rules = rules;
    this.published = published;
  }

  /**
   * Checks the quorum and keeps the result with the round; attendance that was not published passes
   * with a notice.
   */
  @Transactional
  public boolean check(String roundId) {
    Round round = rounds.get(roundId);
    String profile =
        workingGroups.find(round.caseId()).map(WorkingGroup::quorumProfile).orElse(null);
    boolean replayed = published.replayed(round.caseId());
    if (replayed && (profile == null || !rounds.attendanceRecorded(roundId))) {
      published.notPublished(
          round.caseId(), TABLE, "attendance or quorum rule of round " + round.number());
      return true;
    }
    boolean quorum = decide(round, profile);
    rounds.quorum(roundId, quorum);
    if (replayed && !quorum) {
      published.publishedOtherwise(round.caseId(), TABLE, "no quorum in round " + round.number());
    }
    return quorum || replayed;
  }

  private boolean decide(Round round, @Nullable String profile) {
    AttendanceList.Count count = attendance.count(round.id());
    Map<String, @Nullable Object> inputs = new HashMap<>();
    inputs.put("profile", profile == null ? "GROUPS_PRESENT" : profile);
    inputs.put("convocation", round.convocation());
    inputs.put("fullMembers", count.fullMembers());
    inputs.put("present", count.present());
    inputs.put("governmentPresent", count.government());
    inputs.put("employersPresent", count.employers());
    inputs.put("workersPresent", count.workers());
    inputs.put("chairPresent", Boolean.TRUE.equals(round.chairPresent()));
    List<Map<String, Object>> rows = rules.decide(round.caseId(), TABLE, inputs);
    return !rows.isEmpty() && Boolean.TRUE.equals(rows.get(0).get("quorum"));
  }
}
