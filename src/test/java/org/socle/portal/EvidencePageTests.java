package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.evidence.EvidenceCheck;
import org.socle.evidence.EvidenceTrail;
import org.socle.evidence.EvidenceTrail.Entry;
import org.socle.evidence.Finding;
import org.socle.evidence.RootCheck;
import org.socle.tracking.Actor;

class EvidencePageTests extends PageTestSupport {

  private static final String HASH = "0123456789abcdef".repeat(4);

  @BeforeEach
  void rows() {
    actor("role-auditor");
    when(trail.newest(eq("c1"), any(), anyInt()))
        .thenReturn(
            new EvidenceTrail.Page(
                List.of(
                    entry(9, "acc-2", "something.new", "{\"someFact\":true}", null),
                    entry(
                        8,
                        "acc-1",
                        "position.recorded",
                        "{\"dueDate\":\"2027-03-05\",\"value\":\"OBJECT\",\"suspendedAt\":\"2027-03-02T08:00:00.25Z\"}",
                        2L)),
                8L));
    when(trail.head("c1")).thenReturn(new EvidenceTrail.Head("c1", 2, HASH));
    when(trail.lastRoot())
        .thenReturn(
            Optional.of(
                new EvidenceTrail.Root(
                    LocalDate.parse("2027-03-09"), 4, HASH, HASH, "ab".repeat(32))));
    when(evidenceNames.of(eq("c1"), any())).thenReturn(Map.of("acc-1", "Ana Example"));
  }

  private static Entry entry(long id, String actor, String action, String content, Long position) {
    boolean sealed = position != null;
    return new Entry(
        id,
        "c1",
        NOW,
        actor,
        action,
        null,
        content,
        HASH,
        position,
        sealed ? HASH : null,
        sealed ? HASH : null,
        sealed ? NOW : null);
  }

  @Test
  void saysWhoGetsAMailByWhichRule() throws Exception {
    when(trail.newest(eq("c1"), any(), anyInt()))
        .thenReturn(
            new EvidenceTrail.Page(
                List.of(
                    entry(
                        9,
                        "acc-2",
                        "rule.decided",
                        "{\"table\":\"choose-recipients\",\"inputs\":{\"event\":\"nomination-asked-seat\","
                            + "\"phase\":\"DIALOGUE\",\"constituency\":\"AGENCY\"},"
                            + "\"output\":[{\"recipients\":\"TITULAR,INSTITUTION\",\"also\":\"ALTERNATE\","
                            + "\"copies\":\"rc-office\"}]}",
                        null)),
                null));
    mvc.perform(as(get("/cases/c1/evidence")))
        .andExpect(content().string(containsString("Rule: who gets a mail")))
        .andExpect(content().string(containsString("Please name a full member and a substitute")))
        .andExpect(content().string(containsString("full member, the institution’s address")))
        .andExpect(content().string(not(containsString("TITULAR"))))
        .andExpect(content().string(not(containsString("AGENCY"))))
        .andExpect(content().string(not(containsString("rc-office"))));
  }

  @Test
  void saysWhoDidWhatWhenAndWhereItIsSealed() throws Exception {
    mvc.perform(as(get("/cases/c1/evidence")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Position recorded")))
        .andExpect(content().string(containsString("Ana Example")))
        .andExpect(content().string(containsString("due: 5 March 2027")))
        .andExpect(content().string(containsString("position: Object")))
        .andExpect(content().string(not(containsString("T08:00"))))
        .andExpect(content().string(containsString("suspended since: 2 March 2027")))
        .andExpect(content().string(containsString("No. 2")))
        .andExpect(content().string(containsString("0123456789ab</code>")))
        .andExpect(content().string(containsString("something.new")))
        .andExpect(content().string(containsString("Account acc-2")))
        .andExpect(content().string(containsString("some fact: Yes")))
        .andExpect(content().string(containsString("not sealed yet")))
        .andExpect(content().string(containsString("ab".repeat(32))))
        .andExpect(content().string(containsString("evidence?before=8")))
        .andExpect(content().string(not(containsString("Nothing was changed"))));
    mvc.perform(as(get("/cases/c1/evidence").param("lang", "fr")))
        .andExpect(content().string(containsString("Position enregistrée")));
  }

  @Test
  void checksOnDemandAndNamesTheRow() throws Exception {
    when(rootCheck.last()).thenReturn(new RootCheck.Result(1, List.of()));
    when(evidenceCheck.chain(eq("c1"), any()))
        .thenReturn(new EvidenceCheck.Result("c1", 2, HASH, List.of(), 0));
    mvc.perform(as(get("/cases/c1/evidence").param("check", "yes")))
        .andExpect(content().string(containsString("Nothing was changed: 2 rows")));

    when(evidenceCheck.chain(eq("c1"), any()))
        .thenReturn(
            new EvidenceCheck.Result(
                "c1",
                2,
                HASH,
                List.of(new Finding(Finding.Kind.CONTENT_CHANGED, 8L, 2L, null)),
                1));
    mvc.perform(as(get("/cases/c1/evidence").param("check", "yes")))
        .andExpect(content().string(containsString("Row 8 (no. 2): the content was changed.")));
  }

  @Test
  void exportsUnderTheReferenceOfTheCase() throws Exception {
    mvc.perform(as(get("/cases/c1/evidence.json")))
        .andExpect(status().isOk())
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    "attachment; filename=\"evidence-SPF-XTR-2027-001.json\""));
    verify(evidenceExport).json(eq("c1"), eq("SPF-XTR-2027-001"), any());
    mvc.perform(as(get("/cases/c1/evidence.csv"))).andExpect(status().isOk());
    verify(evidenceExport).csv(eq("c1"), any());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".json", ".csv"})
  void opensForThoseWhoOverseeTheCountryAlone(String type) throws Exception {
    for (String role : List.of("role-auditor", "role-coordinator", "role-manager")) {
      actor(role);
      mvc.perform(as(get("/cases/c1/evidence" + type))).andExpect(status().isOk());
    }
    for (String role : List.of("role-stakeholder", "camunda-admin", "government-focal-point")) {
      actor(role);
      mvc.perform(as(get("/cases/c1/evidence" + type))).andExpect(status().isForbidden());
    }
    when(current.get()).thenReturn(new Actor("acc-1", Set.of("role-auditor"), Set.of("PHL")));
    mvc.perform(as(get("/cases/c1/evidence" + type))).andExpect(status().isForbidden());
    mvc.perform(as(get("/cases/none/evidence" + type))).andExpect(status().isNotFound());
  }
}
