package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.socle.tracking.Askings.Tally;

/**
 * Random changes of the seats between random answers: the counts always add up to the number
 * entitled, and the rule's inputs are those of a plain recount.
 */
class SeatSequenceTests extends SeatCase {

  private static final List<String> VALUES =
      List.of("SUPPORT", "SUPPORT_WITH_RESERVATION", "OBJECT", "ABSTAIN");
  private static final int STEPS = 25;

  private final long seed = Long.getLong("socle.seats.seed", System.nanoTime());
  private final ObjectMapper json = new ObjectMapper();

  /** What a plain list knows: the seats that are in, with what they said last. */
  private final Map<String, String> in = new TreeMap<>();

  private final Map<String, String> out = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(names = {"POSITION", "WRITTEN_PROCEDURE", "OPINION"})
  void countsAddUpToTheNumberEntitledAfterEveryStep(Kind asked) throws Exception {
    Random random = new Random(seed);
    System.out.printf("seats: seed %d (-Dsocle.seats.seed)%n", seed);
    for (int run = 0; run < 6; run++) {
      caseId = UUID.randomUUID().toString();
      begin(asked);
      for (int step = 0; step < STEPS && asking() != null; step++) {
        act(random, step);
        if (asking() != null) {
          check(asked);
        }
      }
      if (asked == Kind.POSITION) {
        recount();
      }
    }
  }

  private void begin(Kind asked) {
    caseEngine.holdClock(START);
    in.clear();
    out.clear();
    ask(asked);
    for (String acronym : List.of("MOL", "MOF", "EFC", "CTUC", "NNN")) {
      in.put(acronym, "");
    }
    if (asked == Kind.WRITTEN_PROCEDURE) {
      in.put("MOL", "SUPPORT");
      in.put("NNN", "SUPPORT");
    }
  }

  private void act(Random random, int step) {
    List<String> sitting = new ArrayList<>(in.keySet());
    List<String> gone = new ArrayList<>(out.keySet());
    switch (random.nextInt(6)) {
      case 0 -> {
        add("N" + step, List.of("EMP", "WRK", "GOV_CORE", "CSO_NAT").get(random.nextInt(4)));
        in.put("N" + step, "");
      }
      case 1 -> {
        if (sitting.size() > 1) {
          String one = sitting.get(random.nextInt(sitting.size()));
          remove(one);
          out.put(one, in.remove(one));
        }
      }
      case 2 -> {
        if (!gone.isEmpty()) {
          String one = gone.get(random.nextInt(gone.size()));
          reinstate(one);
          in.put(one, out.remove(one));
        }
      }
      case 3 -> replace(sitting.get(random.nextInt(sitting.size())), members("M" + step, null));
      default -> answerOne(random);
    }
  }

  private void answerOne(Random random) {
    List<String> owing =
        openDuties(element()).stream()
            .map(duty -> seats.find(duty.group().substring(5)).orElseThrow().acronym())
            .toList();
    // One answer is left out, so that changes have something to meet until the end.
    if (owing.size() > 1) {
      String one = owing.get(random.nextInt(owing.size()));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      answer(one, value);
      in.put(one, value);
    }
  }

  private void check(Kind asked) {
    String where = "seed " + seed + " in " + in + " out " + out;
    assertThat(entitled()).as(where).isEqualTo(in.size());
    Tally tally = askings.tally(asking().id());
    assertThat(tally.asked()).as(where).isEqualTo(tally.answered() + tally.open());
    long said = in.values().stream().filter(value -> !value.isEmpty()).count();
    if (asked == Kind.WRITTEN_PROCEDURE) {
      assertThat(counted()).as(where).isEqualTo(said);
    } else {
      assertThat(tally)
          .as(where)
          .isEqualTo(new Tally(in.size(), (int) said, in.size() - (int) said));
    }
    if (asked == Kind.OPINION) {
      assertThat(
              count(
                  "select count(*) from decision_v_opinion where case_id = ? and counts and opinion is not null",
                  caseId))
          .as(where)
          .isEqualTo((int) said);
      assertThat(count("select asked from technical_validation where case_id = ?", caseId))
          .as(where)
          .isEqualTo(in.size());
    }
  }

  private long counted() {
    return count(
        "select count(*) from dialogue_v_position where case_id = ? and counts and latest and value <> 'NO_POSITION'",
        caseId);
  }

  /** Closes the round and compares the inputs of DT5 with what the list knows. */
  private void recount() throws Exception {
    if (asking() != null) {
      fireTimer("event_positionTermOver");
    }
    String content =
        jdbc.sql(
                "select content from evidence where case_id = ? and action = 'rule.decided' and subject = 'determine-consensus' order by id limit 1")
            .param(caseId)
            .query(String.class)
            .single();
    JsonNode inputs = json.readTree(content).get("inputs");
    String where = "seed " + seed + " in " + in + " out " + out + " inputs " + inputs;
    TreeSet<String> silent = new TreeSet<>(List.of("GOV", "EMP", "WRK"));
    int mandatory = 0;
    int other = 0;
    int reservations = 0;
    int positions = 0;
    for (Map.Entry<String, String> one : in.entrySet()) {
      String side = seat(one.getKey()).side();
      positions += one.getValue().isEmpty() ? 0 : 1;
      if (!one.getValue().isEmpty()) {
        silent.remove(side);
      }
      if ("OBJECT".equals(one.getValue())) {
        mandatory += "CSO".equals(side) ? 0 : 1;
        other += "CSO".equals(side) ? 1 : 0;
      }
      reservations += "SUPPORT_WITH_RESERVATION".equals(one.getValue()) ? 1 : 0;
    }
    assertThat(inputs.get("mandatoryGroupsWithoutPosition").asInt())
        .as(where)
        .isEqualTo(silent.size());
    assertThat(inputs.get("objectionsMandatory").asInt()).as(where).isEqualTo(mandatory);
    assertThat(inputs.get("objectionsOther").asInt()).as(where).isEqualTo(other);
    assertThat(inputs.get("reservations").asInt()).as(where).isEqualTo(reservations);
    int silence =
        count(
            "select count(*) from dialogue_v_position where case_id = ? and counts and latest and value = 'NO_POSITION'",
            caseId);
    assertThat(positions + silence).as(where).isEqualTo(in.size());
  }
}
