package org.socle.country;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a country may set for itself, with the program's own. What is asked once, with a
 * date that somebody chooses or that a text promises, is not among them.
 */
public enum CountryTerm {
  CHECK_REQUEST("10wd", "userTask_checkRequest"),
  CLARIFICATION("30d", "userTask_answerClarification"),
  AGENCY_ANSWER("15d", null),
  APPRAISAL("15d", "userTask_appraiseJointly"),
  LEAD_AGENCY("5d", "userTask_confirmLeadAgency"),
  STAKEHOLDER_MAP("15d", "userTask_mapStakeholders"),
  NOMINATION("15d", null),
  NOMINATION_END("45d", null),
  NEW_MEMBERS("15d", null),
  COMPOSITION("10wd", "userTask_resolveComposition"),
  TERMS_OF_REFERENCE("20d", "userTask_draftTermsOfReference"),
  LEGAL_ACT("60d", "userTask_recordLegalAct"),
  RECOMMENDATIONS("30d", "userTask_enterRecommendations"),
  CONVOCATION("10wd", "userTask_conveneRound"),
  ATTENDANCE("5wd", "userTask_recordAttendance"),
  WRITTEN_PROCEDURE("10wd", null),
  MEDIATION("30d", "userTask_mediateItem"),
  CLOSURE("10wd", "userTask_chooseClosure"),
  OPINION("15wd", null),
  TECHNICAL_VALIDATION("10wd", "userTask_concludeTechnicalValidation"),
  CORRECTION("15d", "userTask_correctReport"),
  DECISION("60d", "userTask_recordDecision"),
  RESUMPTION("30d", "userTask_chooseResumptionOrWithdrawal"),
  CONFIRMATION("5wd", null);

  /** The longest term that a country may set, in days of either kind. */
  public static final int LONGEST = 365;

  private final Term standard;
  private final @Nullable String element;

  CountryTerm(String standard, @Nullable String element) {
    this.standard = Term.parse(standard);
    this.element = element;
  }

  /** The term of a country that has set none. */
  public Term standard() {
    return standard;
  }

  /** The user task whose due date the term gives, or null where a service asks. */
  public @Nullable String element() {
    return element;
  }

  /** Its word in files and tables, such as {@code check-request}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The term with a code. */
  public static Optional<CountryTerm> ofCode(String code) {
    return Arrays.stream(values()).filter(term -> term.code().equals(code)).findFirst();
  }

  /** The term of a user task. */
  public static Optional<CountryTerm> ofElement(String element) {
    return Arrays.stream(values()).filter(term -> element.equals(term.element)).findFirst();
  }
}
