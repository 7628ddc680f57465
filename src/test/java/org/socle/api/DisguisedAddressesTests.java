package org.socle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.api.LiveProgram.Browser;

/**
 * Whoever spells a forbidden address in another way is refused all the same, and the security log
 * tells of it; the set-up of the engine (CVE-2026-77226) among them.
 */
@ExtendWith(LiveEngine.class)
class DisguisedAddressesTests {

  /** What the server or the input filter refuses before any door. */
  private static final Pattern NO_ADDRESS = Pattern.compile("%2f|%5c|%00|%0d|%c0");

  private static final Attackers PEOPLE = new Attackers();

  @AfterAll
  static void leave() {
    PEOPLE.close();
  }

  @AfterEach
  void nothingWasMade() {
    assertThat(Exploit.FILE).doesNotExist();
  }

  @Test
  void noSpellingOfTheAddressLeadsPast() throws Exception {
    assertThat(answered(Exploit.TASKS, PEOPLE.all().keySet(), Exploit.nested())).isEmpty();
  }

  @Test
  void noSpellingOpensACallThatGoesPastTheForms() throws Exception {
    String task =
        LiveProgram.jdbc()
            .sql("select task_id from duty where id = ?")
            .param(SentOnceTests.duty())
            .query(String.class)
            .single();
    String complete = Exploit.TASKS + "/" + task + "/complete";
    assertThat(answered(complete, Set.of("COORDINATOR", "ADMINISTRATOR"), "{}")).isEmpty();
    assertThat(LiveProgram.bean(TaskService.class).createTaskQuery().taskId(task).count()).isOne();
  }

  @Test
  void nobodySetsUpAnAdministratorInTheEngine() throws Exception {
    List<String> before = accounts();
    for (String path :
        List.of(
            "/camunda/api/admin/setup/default/user/create", "/camunda/app/admin/default/setup")) {
      assertThat(answered(path, PEOPLE.all().keySet(), Exploit.NEW_ADMINISTRATOR)).isEmpty();
    }
    for (Browser person : PEOPLE.all().values()) {
      assertThat(Exploit.refuses(person.get("/camunda/app/admin/default/setup/"))).isTrue();
    }
    assertThat(accounts()).isEqualTo(before);
    assertThat(
            LiveProgram.jdbc()
                .sql("select count(*) from act_id_user")
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** What was not refused, of all spellings of an address. */
  private static List<String> answered(String path, Set<String> people, String body)
      throws Exception {
    List<String> answered = new ArrayList<>();
    for (String spelling : Exploit.spellings(path)) {
      for (String person : people) {
        int told = PEOPLE.told();
        HttpResponse<String> answer =
            PEOPLE
                .get(person)
                .send(
                    Exploit.request(
                        "POST", spelling, body.getBytes(StandardCharsets.UTF_8), Exploit.JSON));
        if (!Exploit.refuses(answer)) {
          answered.add(person + " " + spelling + " " + answer.statusCode());
        } else if (answer.statusCode() != 302
            && PEOPLE.told() == told
            && !NO_ADDRESS.matcher(spelling).find()) {
          answered.add(person + " " + spelling + " " + answer.statusCode() + " not told");
        }
      }
    }
    return answered;
  }

  private static List<String> accounts() {
    return LiveProgram.jdbc().sql("select id from account order by id").query(String.class).list();
  }
}
