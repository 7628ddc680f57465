package org.socle.stakeholder;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stakeholder map of a case. */
@Service
public class Institutions {

  private static final String INSTITUTION =
      "select id, case_id, acronym, name, category, mandatory, email, account_id, reason from institution ";
  static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  Institutions(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Puts the country's usual institutions on a map that is still empty. */
  @Transactional
  public void startFromDefaults(String caseId, String country) {
    if (!list(caseId).isEmpty()) {
      return;
    }
    List<NewInstitution> usual =
        jdbc.sql(
                """
                select acronym, name, category, mandatory, null::text as email, null::text as reason
                from country_institution where country = ? order by acronym
                """)
            .param(country)
            .query(NewInstitution.class)
            .list();
    usual.forEach(institution -> insert(caseId, institution, Evidence.SYSTEM));
    jdbc.sql(
            """
            select i.id, c.account_id from country_institution c join institution i on i.acronym = c.acronym
            where i.case_id = ? and c.country = ? and c.account_id is not null order by c.acronym
            """)
        .params(caseId, country)
        .query(Contact.class)
        .list()
        .forEach(contact -> assignContact(contact.id(), contact.accountId()));
  }

  private record Contact(String id, String accountId) {}

  /**
   * Lets an account act for an institution that the country usually seats, in every case to come.
   */
  @Transactional
  public void assignUsualContact(String country, String acronym, String accountId) {
    jdbc.sql("update country_institution set account_id = ? where country = ? and acronym = ?")
        .params(accountId, country, acronym)
        .update();
  }

  /**
   * Puts an institution on the map.
   *
   * @return its id
   * @throws InvalidFormException when a field is wrong or the acronym is on the map already
   */
  @Transactional
  public String add(String caseId, NewInstitution institution, String actor) {
    List<FieldError> errors = errorsOf(institution);
    String acronym = institution.acronym();
    if (errors.isEmpty() && acronym != null && find(caseId, acronym).isPresent()) {
      errors.add(new FieldError("acronym", "error.institution-known", List.of(acronym)));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    return insert(caseId, institution, actor);
  }

  private String insert(String caseId, NewInstitution institution, String actor) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into institution (id, case_id, acronym, name, category, mandatory, email, reason, mapped_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                id,
                caseId,
                institution.acronym(),
                institution.name(),
                institution.category(),
                institution.mandatory(),
                institution.email(),
                institution.reason(),
                OffsetDateTime.now(clock)))
        .update();
    evidence.record(
        caseId,
        actor,
        "institution.mapped",
        id,
        Map.of(
            "acronym",
            String.valueOf(institution.acronym()),
            "category",
            String.valueOf(institution.category())));
    return id;
  }

  private static List<FieldError> errorsOf(NewInstitution institution) {
    List<FieldError> errors = new ArrayList<>();
    checkText(errors, "acronym", institution.acronym(), 30, true);
    checkText(errors, "name", institution.name(), 200, true);
    checkText(errors, "email", institution.email(), 254, false);
    checkText(errors, "reason", institution.reason(), 1000, false);
    if (Arrays.stream(Category.values())
        .noneMatch(known -> known.name().equals(institution.category()))) {
      errors.add(new FieldError("category", "error.not-an-option", List.of()));
    }
    if (institution.email() != null && !EMAIL.matcher(institution.email()).matches()) {
      errors.add(new FieldError("email", "error.not-an-email", List.of()));
    }
    return errors;
  }

  private static void checkText(
      List<FieldError> errors,
      String field,
      @Nullable String value,
      int longest,
      boolean required) {
    if (required && (value == null || value.isBlank())) {
      errors.add(new FieldError(field, "error.required", List.of()));
    } else {
      TypedText.wrong(field, value, longest).ifPresent(errors::add);
    }
  }

  /**
   * Takes an institution off the map, as long as no nomination was asked of it.
   *
   * @throws InvalidFormException when a nomination was asked or the institution is not on the map
   */
  @Transactional
  public void remove(String caseId, String institutionId, String actor) {
    int removed =
        jdbc.sql(
                """
                delete from institution i where i.id = ? and i.case_id = ?
                  and not exists (select 1 from seat s where s.institution_id = i.id)
                """)
            .params(institutionId, caseId)
            .update();
    if (removed == 0) {
      throw InvalidFormException.of("institution", "error.nomination-asked");
    }
    evidence.record(caseId, actor, "institution.unmapped", institutionId, Map.of());
  }

  /** The map of a case in the order of categories and acronyms. */
  public List<Institution> list(String caseId) {
    return jdbc.sql(INSTITUTION + "where case_id = ? order by category, acronym")
        .param(caseId)
        .query(Institution.class)
        .list();
  }

  /** The institution of a case with an acronym. */
  public Optional<Institution> find(String caseId, String acronym) {
    return jdbc.sql(INSTITUTION + "where case_id = ? and acronym = ?")
        .params(caseId, acronym)
        .query(Institution.class)
        .optional();
  }

  /**
   * Lets an account act for the institution's seat; {@link IllegalArgumentException} when there is
   * none with the id.
   */
  @Transactional
  public void assignContact(String institutionId, String accountId) {
    String caseId =
        jdbc.sql("update institution set account_id = ? where id = ? returning case_id")
            .params(accountId, institutionId)
            .query(String.class)
            .optional()
            .orElseThrow(
                () -> new IllegalArgumentException("There is no institution " + institutionId));
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "institution.contact-assigned",
        institutionId,
        Map.of("accountId", accountId));
  }
}
