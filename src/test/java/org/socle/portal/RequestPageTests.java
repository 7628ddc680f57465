package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;

class RequestPageTests extends PageTestSupport {

  @Test
  void offersTheReadersCountriesOnlyAndStartsTheRequest() throws Exception {
    actor("role-stakeholder", "government-focal-point");
    when(flow.submitRequest(any(), any())).thenReturn("c1");
    when(forms.ofStart("national-process"))
        .thenReturn(
            new FormSchema(
                "submit-request",
                List.of(
                    new Field(
                        "select",
                        "country",
                        "C",
                        "Country",
                        "",
                        true,
                        3,
                        null,
                        null,
                        List.of(new Option("XTR", "x"), new Option("PHL", "p"))))));

    mvc.perform(as(get("/request")))
        .andExpect(content().string(containsString("value=\"XTR\"")))
        .andExpect(content().string(not(containsString("value=\"PHL\""))));
    mvc.perform(as(post("/request").param("_step", "send").param("country", "XTR")))
        .andExpect(redirectedUrl("/request/c1/sent"));
    mvc.perform(as(get("/request/c1/sent")))
        .andExpect(content().string(containsString("SPF-XTR-2027-001")));
  }

  @Test
  void namesEverythingThatIsMissingTogetherWithTheCountry() throws Exception {
    actor("role-stakeholder", "government-focal-point");
    when(forms.ofStart("national-process"))
        .thenReturn(
            new FormSchema(
                "submit-request",
                List.of(
                    new Field(
                        "select", "country", "C", "Country", "", true, 3, null, null, List.of()),
                    new Field(
                        "textfield", "title", "T", "Title", "", true, 9, null, null, List.of()))));

    mvc.perform(as(post("/request")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-country\"")))
        .andExpect(content().string(containsString("href=\"#field-title\"")));
  }
}
