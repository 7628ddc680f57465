package org.socle.stakeholder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for a UN agency in a country. */
@Service
public class AgencyContacts {

  private final JdbcClient jdbc;

  AgencyContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets an account act for an agency in a country. */
  @Transactional
  public void assign(String country, String agency, String accountId) {
    jdbc.sql(
            "insert into agency_contact (country, agency, account_id) values (?, ?, ?) on conflict do nothing")
        .params(country, agency, accountId)
        .update();
  }
}
