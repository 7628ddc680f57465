package org.socle.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.security.Function;
import org.socle.security.Granting;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.springframework.stereotype.Component;

/** The forms on which people are invited and on which it is said what they may do. */
@Component
class PersonForms {

  private static final List<String> LANGUAGES = List.of("en", "fr", "es");

  private final Countries countries;

  PersonForms(Countries countries) {
    this.countries = countries;
  }

  /** Who is invited, as what, and in which country; more countries may follow. */
  FormSchema add(Actor actor, boolean addressNeeded, Say say) {
    List<Field> fields = new ArrayList<>();
    fields.add(typed("displayName", 160, true, say));
    fields.add(typed("loginName", 60, true, say));
    fields.add(typed("email", 254, addressNeeded, say));
    fields.add(select("language", languages(say), true, say));
    fields.addAll(roles(actor, say));
    List<CountryProfile> offered = offered(actor);
    fields.add(select("country", options(offered, say), !PersonDesk.administers(actor), say));
    fields.add(heading("functions", say.text("people.heading.functions.add")));
    fields.addAll(functions(actor, "", say));
    fields.addAll(agencies(agenciesOf(offered), say));
    return new FormSchema("person-add", fields);
  }

  /** What a person may do. */
  FormSchema change(PersonRow row, Actor actor, Say say) {
    List<Field> fields = new ArrayList<>(roles(actor, say));
    List<CountryProfile> held = row.countryCodes().stream().map(countries::of).toList();
    for (CountryProfile country : held) {
      String name = country.name(say.locale());
      fields.add(heading(country.iso3(), "## " + name));
      fields.add(tick("country-" + country.iso3(), say.text("people.works-in", name), ""));
      fields.addAll(functions(actor, country.iso3() + "-", say));
    }
    List<CountryProfile> more =
        offered(actor).stream()
            .filter(country -> !row.countryCodes().contains(country.iso3()))
            .toList();
    if (!more.isEmpty()) {
      fields.add(heading("more", say.text("people.heading.more")));
      fields.add(select("country", options(more, say), false, say));
    }
    fields.addAll(agencies(agencyCodes(row), say));
    return new FormSchema("person-change", fields);
  }

  /** What the form holds of a person, as if it had been typed. */
  static Map<String, String> typed(PersonRow row) {
    Map<String, String> typed = new java.util.HashMap<>();
    row.roleCodes().forEach(role -> typed.put("role-" + role, "true"));
    for (String country : row.countryCodes()) {
      typed.put("country-" + country, "true");
      row.functionsIn(country)
          .forEach(group -> typed.put("function-" + country + "-" + group, "true"));
    }
    row.agencyCodes().forEach(agency -> typed.put("agency-" + agency, "true"));
    return typed;
  }

  /** The same form without the boxes that were left empty and without hints, for its check page. */
  static FormSchema ticked(FormSchema form, Map<String, String> typed) {
    return new FormSchema(
        form.id(),
        form.fields().stream()
            .filter(
                field ->
                    !"checkbox".equals(field.type())
                        || "true".equals(typed.getOrDefault(field.key(), "")))
            .toList());
  }

  /** Codes of the agencies that a form about the person offers. */
  Set<String> agencyCodes(PersonRow row) {
    Set<String> codes = agenciesOf(row.countryCodes().stream().map(countries::of).toList());
    codes.addAll(row.agencyCodes());
    return codes;
  }

  /** Codes of the agencies that a form about a new person offers. */
  Set<String> agencyCodes(Actor actor) {
    return agenciesOf(offered(actor));
  }

  /** Countries in which somebody may let a person work. */
  List<CountryProfile> offered(Actor actor) {
    return PersonDesk.administers(actor)
        ? countries.all()
        : actor.countries().stream().sorted().map(countries::of).toList();
  }

  private static Set<String> agenciesOf(Collection<CountryProfile> profiles) {
    Set<String> codes = new TreeSet<>();
    profiles.forEach(
        profile ->
            profile
                .residentAgencies()
                .forEach(agency -> codes.add(agency.toLowerCase(java.util.Locale.ROOT))));
    return codes;
  }

  // Under the role that holds them; without it they cannot be given.
  private static List<Field> functions(Actor actor, String country, Say say) {
    List<Field> fields = new ArrayList<>();
    for (Role role : Granting.roles(actor)) {
      List<Function> held =
          Arrays.stream(Function.values()).filter(one -> one.role() == role).toList();
      if (!held.isEmpty()) {
        fields.add(
            heading(
                country + role, say.text("people.function.of", say.text("security.role." + role))));
      }
      held.forEach(
          one ->
              fields.add(
                  tick(
                      "function-" + country + one.group(),
                      say.text("security.function." + one.group()),
                      "")));
    }
    return fields;
  }

  private static List<Field> roles(Actor actor, Say say) {
    List<Field> fields = new ArrayList<>();
    fields.add(heading("roles", say.text("people.heading.roles")));
    Granting.roles(actor).stream()
        .sorted()
        .forEach(
            role ->
                fields.add(
                    tick(
                        "role-" + role,
                        say.text("security.role." + role),
                        say.text("people.role." + role))));
    return fields;
  }

  private static List<Field> agencies(Collection<String> codes, Say say) {
    List<Field> fields = new ArrayList<>();
    if (!codes.isEmpty()) {
      fields.add(heading("agencies", say.text("people.heading.agencies")));
      codes.forEach(code -> fields.add(tick("agency-" + code, say.group("agency-" + code), "")));
    }
    return fields;
  }

  private static List<Option> options(List<CountryProfile> profiles, Say say) {
    return profiles.stream()
        .map(profile -> new Option(profile.iso3(), profile.name(say.locale())))
        .toList();
  }

  /** Languages by their own names. */
  static List<Option> languages(Say say) {
    return LANGUAGES.stream()
        .map(code -> new Option(code, say.text("portal.language." + code)))
        .toList();
  }

  private static Field tick(String key, String label, String hint) {
    return new Field("checkbox", key, "", label, hint, false, 5, null, null, List.of());
  }

  private static Field heading(String id, String text) {
    return new Field("text", "", "heading-" + id, text, "", false, 0, null, null, List.of());
  }

  private static Field typed(String key, int max, boolean required, Say say) {
    return field("textfield", key, required, max, List.of(), say);
  }

  static Field select(String key, List<Option> options, boolean required, Say say) {
    return field("select", key, required, 100, options, say);
  }

  private static Field field(
      String type, String key, boolean required, int max, List<Option> options, Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("people.field." + key),
        say.text("people.field." + key + ".hint"),
        required,
        max,
        null,
        null,
        options);
  }
}
