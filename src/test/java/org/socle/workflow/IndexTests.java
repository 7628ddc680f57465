package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.socle.evidence.Sealer;
import org.socle.security.Role;
import org.socle.tracking.Askings;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;

/**
 * Every query that a whole case and its pages send can read the growing tables by an index; where
 * none serves, the server reads the table whole although that is switched off.
 */
class IndexTests extends PageCase {

  private static final Set<String> GROWING =
      Set.of(
          "duty",
          "asking",
          "evidence",
          "evidence_seal",
          "evidence_unsealed",
          "notification_outbox",
          "notification_delivery",
          "national_process",
          "phase",
          "institution",
          "person",
          "seat",
          "nomination",
          "recommendation",
          "round",
          "round_item",
          "attendance",
          "electorate",
          "position",
          "technical_opinion",
          "decision",
          "decision_condition",
          "decision_level",
          "milestone",
          "published_gap",
          "agency_answer",
          "clarification",
          "interruption",
          "phase_plan",
          "seat_change",
          "seat_past_term",
          "assisted_entry",
          "send_back",
          "submission",
          "account",
          "account_role",
          "account_country",
          "account_function",
          "account_agency",
          "account_link",
          "appraisal",
          "chair_choice",
          "composition_finding",
          "decision_route",
          "did_not_join",
          "evidence_chain",
          "lead_agency",
          "mediation",
          "recommendation_list",
          "rule_set",
          "support_request",
          "technical_validation",
          "working_group",
          "case_event",
          "case_note");

  /** Tables that the test fills: their index is also searched by a condition. */
  private static final Set<String> FILLED = Set.of("duty", "asking", "institution", "seat");

  /** Holds open duties only; the page of cases counts nearly all of them. */
  private static final String OPEN_DUTIES = "ix_duty_due";

  /** What tests ask for themselves while they are heard. */
  private static final List<String> OF_TESTS =
      List.of("select table_name", "select state from assisted_entry where case_id");

  private static final List<String> READERS = List.of("index-stakeholder", "index-coordinator");

  private static final String REQUEST =
      """
      {"country":"XTR","title":"A floor for all","requestingInstitution":"Ministry of Labour","governmentOrigin":true,
       "signatoryFunction":"Minister","authorityLevel":"MINISTER","guaranteeG4":true,"subject":"PENSION"}
      """;

  @Value("${spring.datasource.url}")
  private String url;

  @Autowired private Sealer sealer;
  @Autowired private Askings askings;

  private final Set<String> looked = new TreeSet<>();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyQueryFindsItsRowsByAnIndex() throws Exception {
    String stakeholder = account("index-stakeholder", Role.STAKEHOLDER);
    account("index-coordinator", Role.COORDINATOR);
    Set<String> queries = new LinkedHashSet<>();
    statements
        .of(() -> walk(() -> lookAround(stakeholder)))
        .forEach(sent -> collect(sent, queries));
    statements.of(sealer::settle).forEach(sent -> collect(sent, queries));
    for (String name : READERS) {
      statements.of(() -> visit(name)).forEach(sent -> collect(sent, queries));
    }
    Set<String> read = new TreeSet<>(queries);
    statements.of(this::callApi).forEach(sent -> collect(sent, queries));
    assertThat(queries.size()).as("queries of the API").isGreaterThan(read.size() + 10);

    fill();
    Set<String> seen = new TreeSet<>();
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
        Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      for (String query : queries) {
        for (JsonNode plan : json.readTree(explain(statement, query))) {
          look(plan.get("Plan"), query, seen, found);
        }
      }
    }
    System.out.printf(
        "%d queries on our tables explained, %d growing tables read%n",
        queries.size(), seen.size());
    assertThat(seen)
        .contains("duty", "position", "seat", "round_item", "nomination", "decision", "asking");
    assertThat(found).isEmpty();
  }

  /** Rows of other cases, so that the server has a reason to choose. */
  private void fill() {
    jdbc.sql(
            """
            insert into asking (id, case_id, country, kind, join_message, waiting_instance_id, due_date, asked, opened_at)
            select 'fill-' || n, 'fill-' || n, 'PHL', 'opinion', 'm', 'p', '2026-01-01', 100, '2026-01-01'
            from generate_series(0, 499) n
            """)
        .update();
    jdbc.sql(
            """
            insert into duty (id, case_id, country, task_id, process_instance_id, process_key, element, form,
              candidate_group, asking_id, asked_at, due_date, state)
            select 'fill-' || n, 'fill-' || n / 100, 'C' || n / 100 % 90 + 10, 'fill-' || n, 'fill-' || n, 'p', 'e', 'f',
              'seat-fill-' || n / 10, 'fill-' || n / 100, '2026-01-01', '2026-01-01',
              case when n % 10 = 0 then 'open' else 'answered' end
            from generate_series(0, 49999) n
            """)
        .update();
    jdbc.sql(
            """
            insert into institution (id, case_id, acronym, name, category, mandatory, mapped_at)
            select 'fill-' || n, 'fill-' || n / 10, 'I' || n, 'I', 'EMP', false, '2026-01-01'
            from generate_series(0, 4999) n
            """)
        .update();
    jdbc.sql(
            """
            insert into seat (id, case_id, institution_id, side, voting, state)
            select 'fill-' || n, 'fill-' || n / 10, 'fill-' || n, 'EMP', true, 'SEATED'
            from generate_series(0, 4999) n
            """)
        .update();
    FILLED.forEach(table -> jdbc.sql("vacuum analyze " + table).update());
  }

  /** Reads what is open at a step the first time that the case comes to it. */
  private void lookAround(String stakeholder) {
    List<Duty> open =
        duties.ofCase(caseId).stream()
            .filter(duty -> !"answered".equals(duty.state()) && looked.add(duty.element()))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    jdbc.sql("update institution set account_id = ? where case_id = ?")
        .params(stakeholder, caseId)
        .update();
    try {
      for (String name : READERS) {
        MockHttpSession session = signIn(name);
        paths(open).forEach(path -> read(session, path));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> paths(List<Duty> open) {
    String page = "/cases/" + caseId;
    List<String> paths =
        new ArrayList<>(
            List.of("/my-tasks", page, page + "/seats", page + "/suspend", page + "/seats/add"));
    for (String step : List.of("stakeholders", "recommendations", "attendance", "decision")) {
      paths.add(page + "/" + step);
    }
    open.forEach(duty -> paths.add("/my-tasks/" + duty.id()));
    askings.openOf(caseId).forEach(one -> paths.add(page + "/askings/" + one.id() + "/end"));
    seats.seats(caseId).stream()
        .limit(1)
        .forEach(
            seat ->
                List.of("replace", "remove", "reinstate", "vacate")
                    .forEach(act -> paths.add(page + "/seats/" + seat.id() + "/" + act)));
    return paths;
  }

  /** Reads a page; whether this person may see it now is not asked here. */
  private void read(MockHttpSession session, String path) {
    try {
      int status = web.perform(get(path).session(session)).andReturn().getResponse().getStatus();
      assertThat(status).as(path).isIn(200, 302, 403, 409);
    } catch (Exception e) {
      throw new IllegalStateException(path, e);
    }
  }

  private void visit(String name) throws Exception {
    MockHttpSession session = signIn(name);
    String page = "/cases/" + caseId;
    for (String path :
        List.of("/", "/my-tasks", "/cases", "/open-page", page, page + "/seats?on=2026-03-20")) {
      page(session, path);
    }
    page(session, "/account");
    if ("index-coordinator".equals(name)) {
      people(session);
      for (String path : List.of("?check=yes", "?before=100000000", ".json", ".csv")) {
        page(session, page + "/evidence" + path);
      }
      page(session, "/countries/" + COUNTRY + "/government-change");
      for (String path : List.of("/mails", page + "/mails?state=held", "/mails?words=congress")) {
        page(session, path);
      }
    }
  }

  /** The pages of people; a coordinator's are those of an administrator and one condition more. */
  private void people(MockHttpSession session) throws Exception {
    String person = account("index-stakeholder", Role.STAKEHOLDER);
    for (String path :
        List.of(
            "",
            "?q=index&country=" + COUNTRY,
            "/add",
            "/" + person,
            "/" + person + "/change",
            "/" + person + "/close",
            "/" + person + "/tie")) {
      page(session, "/people" + path);
    }
    web.perform(post("/people/" + person + "/link").session(session).with(csrf()))
        .andExpect(status().isOk());
    web.perform(get("/account/password/no-such-token")).andExpect(status().isNotFound());
    account("index-admin", Role.ADMINISTRATOR);
    MockHttpSession administrator = signIn("index-admin");
    page(administrator, "/people");
    page(administrator, "/people?q=index");
  }

  private void callApi() throws Exception {
    String one = "/api/cases/" + caseId;
    for (String path :
        List.of(
            "/api/cases",
            "/api/cases?country=XTR&phase=DIALOGUE&status=CLOSED&page=1&size=20",
            one,
            one + "/timeline",
            one + "/duties",
            one + "/duties?state=ANSWERED",
            one + "/evidence",
            one + "/evidence/check")) {
      web.perform(get(path).with(httpBasic("index-coordinator", PASSWORD)))
          .andExpect(status().isOk());
    }
    web.perform(
            post("/api/requests")
                .with(httpBasic("index-coordinator", PASSWORD))
                .header("Idempotency-Key", "index-1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(REQUEST))
        .andExpect(status().isCreated());
  }

  private static void collect(StatementLog.Sent sent, Set<String> queries) {
    String start = sent.sql().strip().toLowerCase(Locale.ROOT);
    if (!sent.engine()
        && OF_TESTS.stream().noneMatch(sent.sql()::startsWith)
        && !start.startsWith("insert")
        && List.of("select", "update", "delete", "with").stream().anyMatch(start::startsWith)) {
      queries.add(sent.sql());
    }
  }

  /** The plan for any parameter, as the server makes it for a statement that is sent often. */
  private static String explain(Statement statement, String query) throws Exception {
    StringBuilder numbered = new StringBuilder();
    int parameter = 0;
    for (char letter : query.toCharArray()) {
      numbered.append(letter == '?' ? "$" + ++parameter : String.valueOf(letter));
    }
    try (ResultSet result =
        statement.executeQuery("explain (generic_plan, format json) " + numbered)) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Not explained: " + query, e);
    }
  }

  private static void look(JsonNode plan, String query, Set<String> seen, List<String> found) {
    String table = plan.path("Relation Name").asText();
    String type = plan.path("Node Type").asText();
    if (GROWING.contains(table)) {
      seen.add(table);
      boolean whole =
          type.startsWith("Index")
              && FILLED.contains(table)
              && !plan.has("Index Cond")
              && !OPEN_DUTIES.equals(plan.path("Index Name").asText());
      if (whole || type.equals("Seq Scan")) {
        found.add(
            table
                + " "
                + plan.path("Index Name").asText()
                + " is read whole in: "
                + query.replaceAll("\\s+", " "));
      }
    }
    plan.path("Plans").forEach(child -> look(child, query, seen, found));
  }
}
