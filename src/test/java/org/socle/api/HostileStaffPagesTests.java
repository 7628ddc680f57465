package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.socle.api.LiveProgram.Browser;
import org.socle.nationalprocess.CaseRecord;
import org.socle.security.Grants;
import org.socle.security.NewPerson;
import org.socle.security.People;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.Claims;
import org.socle.tracking.Duties.Duty;

/**
 * Whatever is typed into a page on which staff enter something is refused by name or by size, and
 * nothing changes; jqwik prints the seed of each run.
 */
class HostileStaffPagesTests {

  private static final Set<Integer> REFUSED = Set.of(400, 413);
  private static final Set<Integer> NOT_FOUND = Set.of(302, 400, 403, 404, 413, 414, 431);
  private static final String MEMBERS = "fullMember=Ada&substitute=Bo&letterReference=L-1";

  /**
   * A field of a page that is sent; the star stands for what was typed.
   *
   * @param staff whether a coordinator sends it, otherwise somebody of the government
   */
  record Door(boolean staff, String path, String body) {}

  private static final List<Door> DOORS = new ArrayList<>();
  private static Browser coordinator;
  private static Browser government;
  private static int sent;

  @BeforeContainer
  static void prepare() throws Exception {
    String coordinatorName = LiveProgram.account(Role.COORDINATOR, "XTR");
    coordinator = Browser.signedIn(coordinatorName);
    government = Browser.signedIn(LiveProgram.account(Role.STAKEHOLDER, "XTR"));
    request();
    CaseRecord mapped = StaffCases.atMap();
    stakeholders("/cases/" + mapped.id());
    interruptions("/cases/" + mapped.id(), "/cases/" + StaffCases.suspended().id());
    CaseRecord grouped = StaffCases.atRecommendations();
    recommendations("/cases/" + grouped.id());
    seats("/cases/" + grouped.id() + "/seats", StaffCases.seat(grouped, "CTUC"));
    staff("/cases/" + StaffCases.atAttendance().id() + "/attendance", "present=seat-*&chair=true");
    staff("/cases/" + StaffCases.atAttendance().id() + "/attendance", "present=&chair=*");
    CaseRecord asked = StaffCases.atPositions();
    staff("/cases/" + asked.id() + "/askings/" + StaffCases.asking(asked) + "/end", "reason=*");
    positions(asked, coordinatorName);
    nomination(StaffCases.atNominations(), coordinatorName);
    people(coordinatorName);
    Refusals.awaitQuiet();
  }

  @AfterContainer
  static void tellsHowMany() {
    System.out.printf("%d hostile forms of staff, %d fields%n", sent, DOORS.size());
  }

  private static void staff(String path, String body) {
    DOORS.add(new Door(true, path, body));
  }

  private static void request() {
    String valid =
        "&_step=send&country=XTR&requestingInstitution=Ministry&governmentOrigin=true"
            + "&authorityLevel=MINISTER&guaranteeG4=true&subject=PENSION&signatoryFunction=Minister";
    for (String field : List.of("title", "objectives", "letterDate")) {
      String title = "title".equals(field) ? "" : "&title=Floor";
      DOORS.add(new Door(false, "/request", field + "=*" + title + valid));
    }
  }

  private static void stakeholders(String page) {
    String path = page + "/stakeholders";
    staff(path, "acronym=*&name=Name&category=EMP");
    staff(path, "acronym=HOST&name=*&category=EMP");
    staff(path, "acronym=HOST&name=Name&category=*");
    staff(path, "acronym=HOST&name=Name&category=EMP&email=*");
    staff(path, "acronym=HOST&name=Name&category=EMP&reason=*");
    staff(path + "/remove", "institutionId=*");
  }

  private static void recommendations(String page) {
    String path = page + "/recommendations";
    staff(path, "guarantee=*&title=Title&text=Text&priority=1");
    staff(path, "guarantee=G1&title=*&text=Text&priority=1");
    staff(path, "guarantee=G1&title=Title&text=*&priority=1");
    staff(path, "guarantee=G1&title=Title&text=Text&priority=*");
    staff(path, "guarantee=G1&title=Title&text=Text&priority=1&addedCost=*");
    staff(path, "guarantee=G1&title=Title&text=Text&priority=1&proposedBy=*");
  }

  private static void interruptions(String running, String suspended) {
    staff(running + "/suspend", "_step=send&reason=*");
    staff(running + "/withdraw", "_step=send&reason=*");
    DOORS.add(new Door(false, running + "/withdraw", "_step=send&reason=*"));
    staff(suspended + "/resume", "_step=send&reason=*");
    String change = "/countries/XTR/government-change";
    staff(change, "_step=send&reason=Cabinet&changedOn=*");
    staff(change, "_step=send&reason=*&changedOn=2026-01-05");
  }

  private static void seats(String path, String seatId) {
    String fresh = "_step=send&reason=Grow&" + MEMBERS;
    staff(path + "/add", fresh + "&acronym=*&name=Name&category=EMP");
    staff(path + "/add", fresh + "&acronym=HOST&name=*&category=EMP");
    staff(path + "/add", fresh + "&acronym=HOST&name=Name&category=*");
    staff(path + "/add", fresh + "&acronym=HOST&name=Name&category=EMP&email=*");
    staff(path + "/add", fresh + "&acronym=HOST&name=Name&category=EMP&side=*");
    staff(path + "/add", fresh + "&acronym=HOST&name=Name&category=EMP&voting=*");
    staff(path + "/add", fresh + "&institution=*");
    String seat = path + "/" + seatId;
    staff(seat + "/replace", "_step=send&reason=*&" + MEMBERS);
    for (String field :
        List.of("fullMember", "fullMemberFunction", "fullMemberEmail", "fullMemberAccount")) {
      String others =
          "&fullMember=Ada&substitute=Bo&letterReference=L-1".replace(field + "=Ada", "x=");
      staff(seat + "/replace", "_step=send&reason=New&" + field + "=*" + others);
    }
    staff(seat + "/replace", "_step=send&reason=New&fullMember=A&substitute=B&letterReference=*");
    staff(seat + "/remove", "_step=send&reason=*");
  }

  private static void people(String coordinatorName) {
    String path = "/people/add";
    String person = "displayName=Ada&loginName=host-ada&language=en&country=XTR&role-AUDITOR=true&";
    for (String field : List.of("displayName", "loginName", "language", "country")) {
      staff(path, "_step=send&" + person.replaceFirst(field + "=[^&]*", field + "=*"));
    }
    for (String field : List.of("email", "role-MANAGER", "function-chair", "agency-who")) {
      staff(path, "_step=send&" + person + field + "=*");
    }
    String id =
        LiveProgram.bean(People.class)
            .invite(
                new NewPerson("h" + UUID.randomUUID(), "Hosta", "", "en"),
                new Grants(Set.of(Role.AUDITOR), Map.of(), Set.of("XTR"), Set.of()),
                new Actor(
                    StaffCases.account(coordinatorName),
                    Set.of("role-coordinator"),
                    Set.of("XTR")));
    staff("/people/" + id + "/invite", "email=*");
    for (String field : List.of("country", "role-MANAGER", "function-XTR-chair")) {
      staff("/people/" + id + "/change", "_step=send&role-AUDITOR=true&" + field + "=*");
    }
    staff("/account/language", "language=*");
    staff("/account/new-password", "oldPassword=x&repeat=x&password=*");
  }

  private static void positions(CaseRecord asked, String name) {
    Duty duty = claimed(StaffCases.duty(asked, "userTask_answerPositions", "CTUC"), name);
    String item = StaffCases.items(asked).get(0);
    String said = "_step=send&value-" + item + "=OBJECT&text-" + item + "=Because";
    String path = "/my-tasks/" + duty.id();
    staff(path, said + "&channel=*&reference=W-1");
    staff(path, said + "&channel=LETTER&reference=*");
    staff(path, said.replace("OBJECT", "*") + "&channel=LETTER&reference=W-1");
    staff(path, said.replace("Because", "*") + "&channel=LETTER&reference=W-1");
  }

  private static void nomination(CaseRecord asked, String name) {
    Duty duty = claimed(StaffCases.duty(asked, "userTask_answerNomination", "CTUC"), name);
    String path = "/my-tasks/" + duty.id();
    String named = "_step=send&answer=NOMINATE&" + MEMBERS;
    staff(path, named + "&channel=*&reference=W-1");
    staff(path, named + "&channel=LETTER&reference=*");
    staff(path, named.replace("NOMINATE", "*") + "&channel=LETTER&reference=W-1");
    staff(path, named.replace("Ada", "*") + "&channel=LETTER&reference=W-1");
  }

  private static Duty claimed(Duty duty, String name) {
    LiveProgram.bean(Claims.class)
        .claim(
            duty.id(),
            new Actor(StaffCases.account(name), Set.of("role-coordinator"), Set.of("XTR")));
    return duty;
  }

  @Property(tries = 120)
  void aPageOfStaffRefusesBy400Or413(@ForAll("doors") Door door, @ForAll("texts") String text)
      throws Exception {
    Refusals.refuses(
        () -> send(door.staff(), door.path(), door.body().replace("*", text)), REFUSED);
    sent++;
  }

  @Property(tries = 40)
  void lookingAtWhatWasTypedChangesNothing(
      @ForAll("checked") Door door, @ForAll("anything") String text) throws Exception {
    String body = door.body().replace("_step=send", "_step=check").replace("*", text);
    Refusals.refuses(() -> send(door.staff(), door.path(), body), Set.of(200, 400, 413));
    sent++;
  }

  @Property(tries = 40)
  void addressesOfStaffAreRefused(@ForAll("addresses") String address, @ForAll("names") String name)
      throws Exception {
    Refusals.refuses(
        () -> send(true, address.replace("*", name), "_step=send&reason=r"), NOT_FOUND);
    sent++;
  }

  private static HttpResponse<String> send(boolean staff, String path, String body)
      throws Exception {
    Browser browser = staff ? coordinator : government;
    return browser.form(path, body + browser.hidden(browser.get("/cases").body()));
  }

  @Provide
  Arbitrary<Door> doors() {
    assertThat(DOORS).isNotEmpty();
    return Arbitraries.of(DOORS);
  }

  @Provide
  Arbitrary<Door> checked() {
    return Arbitraries.of(
        DOORS.stream().filter(door -> door.body().contains("_step=send")).toList());
  }

  /** What no field can take. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
        "a%00b",
        "%07",
        "%ED%A0%80",
        "%C0%80",
        "%zz",
        "%FF%FE",
        "a".repeat(1 << 20),
        "%F0%9F%98%80".repeat(5000),
        "a".repeat(3 << 20));
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.strings().ofMaxLength(60).map(LiveProgram::encoded);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of("%00", "%ED%A0%80", "..%2f..", "a".repeat(3000), "-1", "%0D%0A"),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(40).map(LiveProgram::encoded));
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.of(
        "/my-tasks/*/claim",
        "/cases/*/suspend",
        "/cases/*/resume",
        "/cases/*/withdraw",
        "/cases/*/seats/add",
        "/cases/x/seats/*/remove",
        "/cases/x/askings/*/end",
        "/cases/*/stakeholders",
        "/cases/*/recommendations/remove",
        "/people/*/change",
        "/people/*/close",
        "/people/*/tie/*",
        "/countries/*/government-change");
  }
}
