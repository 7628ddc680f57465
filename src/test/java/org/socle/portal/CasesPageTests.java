package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.socle.tracking.Actor;

class CasesPageTests extends PageTestSupport {

  @Test
  void listsCasesAndWhoIsLateForThoseWhoOversee() throws Exception {
    actor("role-manager");
    when(cases.ofCountries(anyCollection())).thenReturn(List.of(row()));
    when(cases.owed(anyCollection())).thenReturn(Map.of("c1", new CaseList.Owed("c1", 3, 2)));
    when(cases.debtors(anyCollection()))
        .thenReturn(
            List.of(
                new CaseList.Debtor(
                    "XTR",
                    "seat-s1",
                    "TUC",
                    "Trade Union Congress",
                    3,
                    2,
                    LocalDate.parse("2027-03-05"))));

    mvc.perform(as(get("/cases")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 overdue")))
        .andExpect(content().string(containsString("Trade Union Congress")));

    actor("role-stakeholder");
    mvc.perform(as(get("/cases")))
        .andExpect(content().string(not(containsString("Trade Union Congress"))));
  }

  @Test
  void opensCasesOfTheReadersCountriesOnly() throws Exception {
    when(current.get()).thenReturn(new Actor("acc-1", Set.of("role-auditor"), Set.of("PHL")));

    mvc.perform(as(get("/cases/c1"))).andExpect(status().isForbidden());
    mvc.perform(as(get("/cases/none"))).andExpect(status().isNotFound());
  }
}
