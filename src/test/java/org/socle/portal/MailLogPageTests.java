package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailLogPageTests extends PageTestSupport {

  @BeforeEach
  void mails() {
    actor("role-coordinator");
    when(mail.configured()).thenReturn(true);
    when(mailReads.find(any(), any(), any(), any()))
        .thenReturn(
            List.of(
                row(4, null, "held", null),
                row(3, null, "unreachable", null),
                row(2, 8L, "accepted", null),
                row(1, 7L, "refused", "550 <b>no such person</b>")));
  }

  private static MailReads.Row row(long id, Long delivery, String state, String error) {
    return new MailReads.Row(
        id,
        delivery,
        "c1",
        "SPF-XTR-2027-001",
        "XTR",
        "nomination-asked-seat",
        "seat-s1",
        delivery == null ? null : "TITULAR",
        "Trade Union Congress",
        delivery == null ? null : "ana@example.org",
        state,
        2,
        NOW,
        null,
        delivery == null ? null : NOW,
        error);
  }

  @Test
  void saysWhatBecameOfEachMailAndWhatHelps() throws Exception {
    mvc.perform(as(get("/cases/c1/mails")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Please name a full member and a substitute")))
        .andExpect(content().string(containsString("accepted by the server")))
        .andExpect(content().string(containsString("nobody can be reached")))
        .andExpect(
            content()
                .string(containsString("The server said: 550 &lt;b&gt;no such person&lt;/b&gt;")))
        .andExpect(content().string(containsString(">Release<")))
        .andExpect(content().string(containsString(">Send again<")))
        .andExpect(content().string(containsString(">It came back<")));
  }

  @Test
  void offersNothingToSendWithoutAMailServer() throws Exception {
    when(mail.configured()).thenReturn(false);
    mvc.perform(as(get("/cases/c1/mails")))
        .andExpect(content().string(containsString("No mail server is set up")))
        .andExpect(content().string(not(containsString(">Release<"))))
        .andExpect(content().string(not(containsString(">Send again<"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es"})
  void speaksTheReadersLanguage(String language) throws Exception {
    mvc.perform(as(get("/mails").param("lang", language).header("Accept-Language", language)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Send again"))))
        .andExpect(content().string(not(containsString("??"))));
  }

  @Test
  void searchesTheCountriesOfTheReader() throws Exception {
    mvc.perform(as(get("/mails").param("words", "Congress").param("state", "refused")))
        .andExpect(status().isOk());
    verify(mailReads).find(Set.of("XTR"), null, "Congress", "refused");
    mvc.perform(as(get("/mails").param("state", "'; drop"))).andExpect(status().isOk());
    verify(mailReads).find(Set.of("XTR"), null, "", "");
  }

  @Test
  void doesWhatTheReaderAsksFor() throws Exception {
    when(mailLog.release("c1", 4, "acc-1")).thenReturn(true);
    when(mailLog.sendAgain("c1", 1, 7L, "acc-1")).thenReturn(true);
    when(mailLog.bounced("c1", 8, "acc-1")).thenReturn(true);
    act("release", "4", null).andExpect(redirectedUrl("/cases/c1/mails?done=release"));
    act("again", "1", "7").andExpect(redirectedUrl("/cases/c1/mails?done=again"));
    act("bounced", "2", "8").andExpect(redirectedUrl("/cases/c1/mails?done=bounced"));
    act("release", "9", null).andExpect(redirectedUrl("/cases/c1/mails?done=none"));
    act("else", "9", null).andExpect(redirectedUrl("/cases/c1/mails?done=none"));
    act("release", "x' or 1", null).andExpect(redirectedUrl("/cases/c1/mails?done=none"));
  }

  private org.springframework.test.web.servlet.ResultActions act(
      String act, String mail, String delivery) throws Exception {
    var request = post("/cases/c1/mails").param("act", act).param("mail", mail);
    return mvc.perform(as(delivery == null ? request : request.param("delivery", delivery)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"role-stakeholder", "role-manager", "role-auditor", "camunda-admin"})
  void isForCoordinatorsOnly(String role) throws Exception {
    actor(role);
    mvc.perform(as(get("/mails"))).andExpect(status().isForbidden());
    mvc.perform(as(get("/cases/c1/mails"))).andExpect(status().isForbidden());
    act("release", "4", null).andExpect(status().isForbidden());
    verify(mailLog, never()).release(any(), anyLong(), eq("acc-1"));
  }
}
