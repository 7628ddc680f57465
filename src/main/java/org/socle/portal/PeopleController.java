package org.socle.portal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.TypedText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a coordinator's countries, or of all for administrators. */
@Controller
class PeopleController {

  private static final int LONGEST = 100;
  private static final int LONGEST_PAGE = 10_000;

  private final PersonDesk desk;
  private final PeopleReads reads;
  private final Countries countries;
  private final CountryDays days;

  PeopleController(PersonDesk desk, PeopleReads reads, Countries countries, CountryDays days) {
    this.desk = desk;
    this.reads = reads;
    this.countries = countries;
    this.days = days;
  }

  @GetMapping("/people")
  String list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "country", defaultValue = "") String country,
      @RequestParam(name = "page", defaultValue = "1") String page,
      Locale locale,
      Model model) {
    Actor actor = desk.keeper();
    List<Option> offered = offered(actor, locale);
    boolean known = offered.stream().anyMatch(one -> one.value().equals(country));
    String words = usable(search) ? search.strip() : "";
    int number = number(page);
    List<PersonRow> found = reads.people(among(actor, known ? country : ""), words, number);
    boolean more = found.size() > PeopleReads.PAGE;
    model.addAttribute("people", more ? found.subList(0, PeopleReads.PAGE) : found);
    model.addAttribute("shown", shown(actor, offered));
    model.addAttribute("countries", days);
    model.addAttribute("offered", offered);
    model.addAttribute("q", words);
    model.addAttribute("country", known ? country : "");
    model.addAttribute("before", number > 1 ? number - 1 : 0);
    model.addAttribute("after", more ? number + 1 : 0);
    return "people";
  }

  private static boolean usable(String search) {
    return search.length() <= LONGEST && TypedText.clean(search, false);
  }

  private static int number(String page) {
    return page.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(page), LONGEST_PAGE) : 1;
  }

  private static @Nullable Collection<String> among(Actor actor, String country) {
    if (!country.isEmpty()) {
      return List.of(country);
    }
    return PersonDesk.administers(actor) ? null : actor.countries();
  }

  // What a person does in another country is no business of this one.
  private static Collection<String> shown(Actor actor, List<Option> offered) {
    return PersonDesk.administers(actor)
        ? offered.stream().map(Option::value).collect(java.util.stream.Collectors.toSet())
        : actor.countries();
  }

  private List<Option> offered(Actor actor, Locale locale) {
    if (PersonDesk.administers(actor)) {
      return countries.all().stream()
          .map(profile -> new Option(profile.iso3(), profile.name(locale)))
          .toList();
    }
    return actor.countries().stream()
        .sorted()
        .map(countries::of)
        .map((CountryProfile profile) -> new Option(profile.iso3(), profile.name(locale)))
        .toList();
  }
}
