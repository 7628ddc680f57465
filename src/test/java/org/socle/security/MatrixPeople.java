package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.api.LiveProgram;
import org.socle.api.StaffCases;
import org.socle.nationalprocess.CaseRecord;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;

/** Who knocks at the routes, and the one case whose objects stand in them. */
final class MatrixPeople {

  /** Variables of routes that name an object of one country. */
  static final Set<String> OF_A_COUNTRY =
      Set.of(
          "caseId", "askingId", "dutyId", "seatId", "country", "taskId", "instanceId", "accountId");

  /** Variables of routes that name an object of one seat. */
  static final Set<String> OF_A_SEAT = Set.of("dutyId", "seatId");

  private static final String ELEMENT = "userTask_answerPositions";
  private static final String HOME = "XTR";
  private static final String ABROAD = "PHL";

  /**
   * One visitor.
   *
   * @param account login name, or null for nobody
   */
  record Visitor(String name, @Nullable String account, boolean abroad, boolean otherSeat) {

    boolean holds(Doors.Audience audience) {
      if (account == null) {
        return false;
      }
      Set<String> groups =
          LiveProgram.bean(IdentityDirectory.class)
              .groupsOf(LiveProgram.bean(Accounts.class).idOf(account).orElseThrow());
      return audience.anyAccount() || audience.groups().stream().anyMatch(groups::contains);
    }
  }

  private final Map<String, String> objects;
  private final Map<Visitor, LiveProgram.Browser> visitors;
  private final Map<Visitor, String> tokens = new HashMap<>();

  private MatrixPeople(Map<String, String> objects, Map<Visitor, LiveProgram.Browser> visitors) {
    this.objects = objects;
    this.visitors = visitors;
  }

  static MatrixPeople inACase() throws Exception {
    CaseRecord in = StaffCases.atPositions();
    Duty duty = StaffCases.duty(in, ELEMENT, "CTUC");
    Map<String, String> objects = new HashMap<>();
    objects.put("caseId", in.id());
    objects.put("askingId", StaffCases.asking(in));
    objects.put("dutyId", duty.id());
    objects.put("taskId", task(duty));
    objects.put("seatId", duty.group().substring("seat-".length()));
    objects.put("country", HOME);
    objects.put("instanceId", instance(in));
    objects.put("process", "national-process");
    objects.putAll(accounts());
    objects.put("link", "x");
    objects.put("why", "no-role");
    MatrixPeople people = new MatrixPeople(objects, new LinkedHashMap<>());
    for (Visitor visitor : knocking(in)) {
      people.visitors.put(
          visitor,
          visitor.account() == null
              ? new LiveProgram.Browser()
              : LiveProgram.Browser.signedIn(visitor.account()));
    }
    return people;
  }

  /** A person who was invited, another who has an account, and the one-time links of both. */
  private static Map<String, String> accounts() {
    People people = LiveProgram.bean(People.class);
    Actor coordinator =
        new Actor(
            LiveProgram.bean(Accounts.class)
                .idOf(LiveProgram.account(Role.COORDINATOR, HOME))
                .orElseThrow(),
            Set.of(Role.COORDINATOR.group()),
            Set.of(HOME));
    Grants grants = new Grants(Set.of(Role.STAKEHOLDER), Map.of(), Set.of(HOME), Set.of());
    String invited =
        people.invite(
            new NewPerson("m" + java.util.UUID.randomUUID(), "Mina", "", "en"),
            grants,
            coordinator);
    String open =
        LiveProgram.bean(Accounts.class)
            .idOf(LiveProgram.account(Role.MANAGER, HOME))
            .orElseThrow();
    return Map.of(
        "accountId",
        people.invite(
            new NewPerson("m" + java.util.UUID.randomUUID(), "Mona", "", "en"),
            grants,
            coordinator),
        "invitation",
        people.handOver(invited, coordinator).replaceFirst(".*/", ""),
        "reset",
        people.handOver(open, coordinator).replaceFirst(".*/", ""));
  }

  private static List<Visitor> knocking(CaseRecord in) {
    List<Visitor> knocking = new ArrayList<>();
    knocking.add(new Visitor("anonymous", null, false, false));
    for (String country : List.of(HOME, ABROAD)) {
      boolean abroad = country.equals(ABROAD);
      String where = abroad ? "-abroad" : "";
      for (Role role : Role.values()) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT) + where;
        knocking.add(new Visitor(name, LiveProgram.account(role, country), abroad, false));
      }
    }
    knocking.add(new Visitor("seat", seated(in, "CTUC"), false, false));
    knocking.add(new Visitor("other-seat", seated(in, "EFC"), false, true));
    return knocking;
  }

  /** An account that acts for the seat of an institution and holds no function. */
  private static String seated(CaseRecord in, String acronym) {
    String name = "seat-" + java.util.UUID.randomUUID();
    String id =
        LiveProgram.bean(Accounts.class)
            .create(
                new NewAccount(
                    name,
                    "Member of " + acronym,
                    "",
                    "en",
                    LiveProgram.PASSWORD,
                    Set.of(Role.STAKEHOLDER),
                    Map.of(),
                    Set.of(HOME),
                    Set.of()),
                "acc-test");
    LiveProgram.jdbc()
        .sql("update institution set account_id = ? where case_id = ? and acronym = ?")
        .params(id, in.id(), acronym)
        .update();
    return name;
  }

  private static String task(Duty duty) {
    return LiveProgram.jdbc()
        .sql("select task_id from duty where id = ?")
        .param(duty.id())
        .query(String.class)
        .single();
  }

  private static String instance(CaseRecord in) {
    return LiveProgram.jdbc()
        .sql(
            "select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null and super_exec_ is null limit 1")
        .param(in.id())
        .query(String.class)
        .single();
  }

  /** Whether a route names an object of a kind. */
  boolean names(Routes.Route route, Set<String> kind) {
    return route.variables().stream().anyMatch(kind::contains);
  }

  /** What each visitor meets at a route. */
  Map<Visitor, String> visit(Routes.Route route) throws Exception {
    assertThat(objects.keySet())
        .as("an object for every variable of %s", route)
        .containsAll(route.variables());
    Map<Visitor, String> met = new LinkedHashMap<>();
    for (Map.Entry<Visitor, LiveProgram.Browser> each : visitors.entrySet()) {
      Set<String> outcomes =
          Stream.of(route.samples(objects).toArray(String[]::new))
              .map(path -> knock(route.method(), path, each.getKey(), each.getValue()))
              .collect(Collectors.toSet());
      met.put(each.getKey(), String.join("+", outcomes.stream().sorted().toList()));
    }
    return met;
  }

  private String knock(String method, String path, Visitor visitor, LiveProgram.Browser browser) {
    try {
      HttpResponse<String> answer = send(method, path, visitor, browser);
      String to = answer.headers().firstValue("Location").orElse("");
      return switch (answer.statusCode()) {
        case 401, 403 -> "refused";
        case 404 -> "absent";
        case 302 -> to.contains("/login") ? "sign-in" : "open";
        default -> answer.statusCode() < 500 ? "open" : "fault";
      };
    } catch (Exception e) {
      throw new AssertionError(path + " for " + visitor.name(), e);
    }
  }

  private HttpResponse<String> send(
      String method, String path, Visitor visitor, LiveProgram.Browser browser) throws Exception {
    boolean engine = path.startsWith("/camunda/api");
    if (path.startsWith("/api")) {
      return browser.program(method, path, visitor.account());
    }
    if (method.equals("GET")) {
      return browser.get(path);
    }
    if (engine) {
      return browser.engine(path.replace("/camunda/api/engine/engine/default", ""), "{}");
    }
    return browser.form(
        path,
        "recommendationId=x&institutionId=x&token="
            + objects.get(path.startsWith("/account/password") ? "reset" : "invitation")
            + token(visitor, browser));
  }

  /** The token of the reader's session, from the form with which he signs out. */
  private String token(Visitor visitor, LiveProgram.Browser browser) throws Exception {
    String known = tokens.get(visitor);
    if (known == null) {
      known = browser.hidden(browser.get(visitor.account() == null ? "/login" : "/").body());
      tokens.put(visitor, known);
    }
    return known;
  }
}
