package org.socle.stakeholder;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The institutions that a country usually seats. */
@Repository
public class UsualInstitutions {

  private final JdbcClient jdbc;

  UsualInstitutions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a country in the order of their acronyms. */
  public List<UsualInstitution> of(String country) {
    return jdbc.sql(
            """
            select acronym, name, category, mandatory from country_institution where country = ?
            order by acronym collate "C"
            """)
        .param(country)
        .query(UsualInstitution.class)
        .list();
  }

  /** Replaces those of a country; who stays keeps the contact it has. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(String country, List<UsualInstitution> institutions) {
    String[] staying = institutions.stream().map(UsualInstitution::acronym).toArray(String[]::new);
    jdbc.sql("delete from country_institution where country = ? and acronym <> all (?)")
        .params(country, staying)
        .update();
    for (UsualInstitution one : institutions) {
      jdbc.sql(
              """
              insert into country_institution (country, acronym, name, category, mandatory) values (?, ?, ?, ?, ?)
              on conflict (country, acronym)
                do update set name = excluded.name, category = excluded.category, mandatory = excluded.mandatory
              """)
          .params(country, one.acronym(), one.name(), one.category(), one.mandatory())
          .update();
    }
  }
}
