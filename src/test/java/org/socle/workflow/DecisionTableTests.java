package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTableTests {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource({
    "false, true,  true,  true,  true,  true,  DECLINE,  origin",
    ",      false, true,  true,  true,  false, CLARIFY,  origin",
    "true,  true,  false, false, false, false, REDIRECT, join",
    "true,  false, false, true,  true,  false, CLARIFY,  authority",
    "true,  false, ,      true,  true,  false, CLARIFY,  authority",
    "true,  false, true,  false, true,  false, CLARIFY,  letter",
    "true,  false, true,  ,      true,  false, CLARIFY,  letter",
    "true,  false, true,  true,  false, false, CLARIFY,  scope",
    "true,  false, true,  true,  ,      false, CLARIFY,  scope",
    "true,  false, true,  true,  true,  true,  ACCEPT,   link",
    "true,  false, true,  true,  true,  false, ACCEPT,   none",
    "true,  ,      true,  true,  true,  ,      ACCEPT,   none",
  })
  void checksAdmissibility(
      Boolean governmentOrigin,
      Boolean activeSameScope,
      Boolean authorityOk,
      Boolean signedLetter,
      Boolean scopeGiven,
      Boolean activeOtherScope,
      String result,
      String about) {
    Map<String, Object> inputs =
        inputs(
            "governmentOrigin",
            governmentOrigin,
            "activeSameScope",
            activeSameScope,
            "authorityOk",
            authorityOk,
            "signedLetter",
            signedLetter,
            "scopeGiven",
            scopeGiven,
            "activeOtherScope",
            activeOtherScope);
    assertThat(decide("check-admissibility", inputs))
        .containsExactly(Map.of("result", result, "about", about));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEALTH_FIN|WHO|ILO,WORLD-BANK,UNICEF|G1",
        "MATERNAL|UNFPA|WHO,UNICEF|G1,G3",
        "HIV|UNAIDS|WHO,UNICEF,UNDP|G1",
        "DRUGS|UNODC|WHO|G1",
        "CHILD_CASH|UNICEF|ILO,WORLD-BANK|G2",
        "EDUCATION|UNESCO|UNICEF,WFP|G2",
        "SCHOOL_MEAL|WFP|FAO,UNICEF|G2",
        "NUTRITION|FAO|WFP,UNICEF,WHO|G2",
        "SICK_UNEMP|ILO|''|G3",
        "DISABILITY|ILO|WHO,OHCHR,UNICEF,UNDP|G3",
        "PUBLIC_WORKS|ILO|WFP,WORLD-BANK,UNDP|G3",
        "INFORMAL|ILO|UN-WOMEN,UNDP|G3",
        "RURAL|FAO|ILO,WFP|G3",
        "PENSION|ILO|WORLD-BANK,UN-DESA|G4",
        "AGEING|UNFPA|UN-DESA,WHO|G4",
        "LEGAL|ILO|OHCHR|ALL",
        "RIGHTS|OHCHR|ILO|ALL",
        "GENDER|UN-WOMEN|ILO,UNFPA|ALL",
        "REFUGEE|UNHCR|IOM,UNICEF|ALL",
        "PALESTINE|UNRWA|''|ALL",
        "MIGRANT|IOM|ILO,UNHCR|ALL",
        "HOUSING|UN-HABITAT|UNDP,WHO|SERVICES",
        "WASH|UNICEF|WHO,UN-HABITAT|SERVICES",
        "SHOCK|WFP|WMO,UNDP,WORLD-BANK,UNICEF|ALL",
        "CLIMATE|WMO|FAO,UNDP|ALL",
        "FISCAL|IMF|WORLD-BANK,ILO,UNICEF|ALL",
        "COSTING|ILO|UNICEF,WORLD-BANK|ALL",
        "EXPENDITURE|ILO|WORLD-BANK,UNICEF|ALL",
        "POVERTY|WORLD-BANK|UNDP,UNICEF|ALL",
        "STATS|ILO|UN-DESA,REGIONAL-COMMISSION|ALL",
        "REGIONAL|REGIONAL-COMMISSION|UN-DESA|ALL",
        "GOVERNANCE|UNDP|WORLD-BANK|ALL",
        "COORD|RC-OFFICE|ILO,WHO|ALL",
        "CULTURE_COMM|UNESCO|ILO|ALL",
      })
  void proposesLeadAgency(String subject, String first, String support, String guarantee) {
    assertThat(decide("propose-lead-agency", inputs("subject", subject)))
        .containsExactly(Map.of("first", first, "support", support, "guarantee", guarantee));
  }

  @Test
  void proposesNobodyForAnUnknownSubject() {
    assertThat(decide("propose-lead-agency", inputs("subject", null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 2, 2, 1, true,  0, ''",
    "1, 1, 2, 2, 1, true,  0, R1",
    "0, 0, 2, 2, 1, true,  0, R2",
    "0, 1, 0, 2, 1, true,  0, R3",
    "0, 1, 2, 0, 1, true,  0, R3",
    "0, 1, 0, 0, 1, true,  0, R3",
    "0, 1, ,  0, 1, true,  0, R3",
    "0, 1, 2, 2, 0, true,  0, R7",
    "0, 1, 2, 2, 1, false, 0, R11",
    "0, 1, 2, 2, 1, true,  1, R15",
    "2, 0, 0, 0, 0, false, 3, R1 R2 R3 R7 R11 R15",
    " ,  ,  ,  ,  ,      ,  , ''",
  })
  void checksComposition(
      Integer missing,
      Integer ssi,
      Integer employers,
      Integer workers,
      Integer ngos,
      Boolean leadNamed,
      Integer twoSeats,
      String blockers) {
    Map<String, Object> inputs =
        inputs(
            "mandatoryMinistriesMissing",
            missing,
            "ssiMembers",
            ssi,
            "employers",
            employers,
            "workers",
            workers,
            "nationalNgos",
            ngos,
            "leadAgencyNamed",
            leadNamed,
            "personsWithTwoSeats",
            twoSeats);
    List<Map<String, Object>> findings = decide("check-composition", inputs);
    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding).containsEntry("level", "BLOCKER"));
    assertThat(joined(findings, "rule")).isEqualTo(blockers);
  }

  @ParameterizedTest
  @CsvSource({
    "GROUPS_PRESENT, 1, 20, 11, 1, 1, 1, false, true,  none",
    "GROUPS_PRESENT, 1, 20, 10, 4, 3, 3, true,  false, members",
    "GROUPS_PRESENT, 1, 20, 15, 9, 6, 0, true,  false, groups",
    "GROUPS_PRESENT, 2, 20, 7,  1, 1, 0, false, true,  none",
    "GROUPS_PRESENT, 2, 20, 7,  1, 0, 1, false, true,  none",
    "GROUPS_PRESENT, 2, 21, 7,  1, 1, 1, false, false, members",
    "GROUPS_PRESENT, 2, 20, 7,  4, 0, 0, false, false, groups",
    "GROUPS_PRESENT, 2, 20, 7,  0, 3, 3, false, false, groups",
    "GROUPS_PRESENT, 1, ,   11, 1, 1, 1, true,  false, unknown",
    "FR_RECONVENE,   1, 20, 10, 0, 0, 0, false, true,  none",
    "FR_RECONVENE,   1, 21, 10, 9, 9, 9, true,  false, members",
    "FR_RECONVENE,   2, 20, 0,  0, 0, 0, false, true,  none",
    "FR_RECONVENE,   1, 20, ,   9, 9, 9, true,  false, unknown",
    "GHANA_STYLE,    1, 15, 9,  2, 2, 2, true,  true,  none",
    "GHANA_STYLE,    2, 15, 8,  3, 3, 2, true,  false, members",
    "GHANA_STYLE,    2, 15, 9,  3, 3, 3, false, false, chair",
    "GHANA_STYLE,    1, 15, 9,  5, 3, 1, true,  false, groups",
    "GHANA_STYLE,    1, 15, 9,  3, 3, 3, ,      false, unknown",
    "CONSULTATIVE,   1, ,   ,   ,  ,  ,  ,      true,  none",
    ",               1, 20, 20, 9, 9, 9, true,  false, unknown",
  })
  void checksQuorum(
      String profile,
      Integer convocation,
      Integer fullMembers,
      Integer present,
      Integer government,
      Integer employers,
      Integer workers,
      Boolean chair,
      boolean quorum,
      String about) {
    Map<String, Object> inputs =
        inputs(
            "profile",
            profile,
            "convocation",
            convocation,
            "fullMembers",
            fullMembers,
            "present",
            present,
            "governmentPresent",
            government,
            "employersPresent",
            employers,
            "workersPresent",
            workers,
            "chairPresent",
            chair);
    assertThat(decide("check-quorum", inputs))
        .containsExactly(Map.of("quorum", quorum, "about", about));
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 0, 0, 0, true,  false, ASK_POSITION",
    "1, ,      2, 0, 0, false, true,  ASK_POSITION",
    "0, false, 0, 0, 0, true,  false, CONSENSUS",
    "1, true,  0, 0, 0, true,  false, CONSENSUS",
    "0, false, 0, 0, 2, true,  false, CONSENSUS_WITH_RESERVATIONS",
    "0, false, 0, 1, 0, true,  false, NEXT_ROUND",
    "0, false, 1, 0, 3, true,  true,  NEXT_ROUND",
    "0, false, 0, 2, 1, false, false, CLOSE_WITH_DISSENT",
    "0, false, 1, 2, 0, false, false, MEDIATION",
    "0, false, 1, 0, 0, false, ,      MEDIATION",
    "0, false, 1, 0, 0, false, true,  CHAIR_CHOICE",
    "0, false, ,  0, 0, true,  false, ''",
    "0, false, 0, 1, 0, ,      false, ''",
  })
  void determinesConsensus(
      Integer silentGroups,
      Boolean writtenProcedureDone,
      Integer objectionsMandatory,
      Integer objectionsOther,
      Integer reservations,
      Boolean roundsLeft,
      Boolean mediationDone,
      String result) {
    Map<String, Object> inputs =
        inputs(
            "mandatoryGroupsWithoutPosition",
            silentGroups,
            "writtenProcedureDone",
            writtenProcedureDone,
            "objectionsMandatory",
            objectionsMandatory,
            "objectionsOther",
            objectionsOther,
            "reservations",
            reservations,
            "roundsLeft",
            roundsLeft,
            "mediationDone",
            mediationDone);
    assertThat(joined(decide("determine-consensus", inputs), "result")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 0,    TECHNICAL TRIPARTITE",
    "false, 0.01, TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE",
    "false, 0.5,  TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE",
    "false, 0.51, TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE CABINET",
    "false, ,     TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE CABINET",
    ",      0,    TECHNICAL TRIPARTITE",
    "true,  0,    TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE CABINET PARLIAMENT",
    "true,  2.5,  TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE CABINET PARLIAMENT",
    "true,  ,     TECHNICAL TRIPARTITE INTERMINISTERIAL FINANCE CABINET PARLIAMENT",
  })
  void determinesRoute(Boolean needsLaw, Double addedCost, String levels) {
    List<Map<String, Object>> rows =
        decide("determine-route", inputs("needsLaw", needsLaw, "addedCost", addedCost));
    assertThat(joined(rows, "level")).isEqualTo(levels);
    assertThat(rows).extracting(row -> row.get("order")).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "round-convened-seat|DIALOGUE|EMP|TITULAR,CONTACT,INSTITUTION|ALTERNATE|''",
        "nomination-asked-seat|WORKING_GROUP|GOV|CONTACT,INSTITUTION|''|''",
        "nomination-asked-seat|DIALOGUE|GOV|CONTACT,INSTITUTION,TITULAR|TITULAR|''",
        "nomination-asked-seat||WRK|CONTACT,INSTITUTION,TITULAR|TITULAR|''",
        "working-group-installed-seat|WORKING_GROUP|CSO|TITULAR,CONTACT,INSTITUTION|ALTERNATE|''",
        "late-position-asked-seat|DIALOGUE|GOV|TITULAR,ALTERNATE,CONTACT,INSTITUTION|INSTITUTION|''",
        "late-position-asked-seat|DIALOGUE|WRK|TITULAR,ALTERNATE,CONTACT,INSTITUTION|INSTITUTION|''",
        "late-position-asked-seat|DIALOGUE|CSO|TITULAR,ALTERNATE,CONTACT,INSTITUTION|''|''",
        "agency-invited-agency|REQUEST|AGENCY|HOLDER|''|rc-office",
        "request-declined-government-focal-point|REQUEST|FUNCTION|HOLDER|''|rc-office",
        "request-redirected-government-focal-point|REQUEST|FUNCTION|HOLDER|''|rc-office",
        "request-lapsed-government-focal-point|REQUEST|FUNCTION|HOLDER|''|rc-office",
        "condition-assigned-owner|VALIDATION|GOV|TITULAR,ALTERNATE,CONTACT,INSTITUTION|''|secretariat",
        "condition-assigned-owner|VALIDATION|FUNCTION|HOLDER|''|''",
        "decision-awaited-decision-clerk|VALIDATION|FUNCTION|HOLDER|''|secretariat",
        "decision-awaited-finance|VALIDATION|FUNCTION|HOLDER|''|secretariat",
        "case-suspended-owner|DIALOGUE|AGENCY|HOLDER|''|''",
        "request-acknowledged-government-focal-point|REQUEST|FUNCTION|HOLDER|''|''",
        "position-asked-seat|DIALOGUE|EMP|TITULAR,ALTERNATE,CONTACT,INSTITUTION|''|''",
        "anything-new|||TITULAR,ALTERNATE,CONTACT,INSTITUTION|''|''",
      })
  void choosesRecipients(
      String event, String phase, String constituency, String first, String also, String copies) {
    assertThat(
            decide(
                "choose-recipients",
                inputs("event", event, "phase", phase, "constituency", constituency)))
        .containsExactly(Map.of("recipients", first, "also", also, "copies", copies));
  }

  private static List<Map<String, Object>> decide(String table, Map<String, Object> inputs) {
    return ENGINE.evaluateDecisionTable(decision(table), inputs).getResultList();
  }

  private static DmnDecision decision(String table) {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      Path file = files.filter(path -> path.endsWith(table + ".dmn")).findFirst().orElseThrow();
      try (InputStream in = Files.newInputStream(file)) {
        return ENGINE.parseDecision(table, in);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String joined(List<Map<String, Object>> rows, String column) {
    return rows.stream()
        .map(row -> String.valueOf(row.get(column)))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Object> inputs(Object... pairs) {
    Map<String, Object> inputs = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      inputs.put((String) pairs[i], pairs[i + 1]);
    }
    return inputs;
  }
}
