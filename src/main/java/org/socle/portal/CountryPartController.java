package org.socle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Changes one part of a country, or sets up a new one by its name and languages. */
@Controller
@RequestMapping("/countries")
class CountryPartController {

  private static final String NEW = "new";

  private final CountryDesk desk;
  private final CountryForms forms;
  private final FormRenderer renderer;
  private final CountrySetUp setUp;

  CountryPartController(
      CountryDesk desk, CountryForms forms, FormRenderer renderer, CountrySetUp setUp) {
    this.desk = desk;
    this.forms = forms;
    this.renderer = renderer;
    this.setUp = setUp;
  }

  /** A part of a country that somebody may change, as it stands. */
  private record Open(Actor actor, CountryPart part, CountryFile file, int version, boolean fresh) {

    String address() {
      return fresh ? "/countries/" + NEW : "/countries/" + file.iso3() + "/" + part.code();
    }

    String back() {
      return fresh ? "/countries" : "/countries/" + file.iso3();
    }
  }

  @GetMapping("/" + NEW)
  String openNew(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    Open open = fresh("");
    return draw(open, CountryForms.typed(open.part(), open.file()), List.of(), say, model);
  }

  @PostMapping("/" + NEW)
  String postNew(
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    String iso3 = parameters.getOrDefault("country", "").strip().toUpperCase(Locale.ROOT);
    return post(fresh(iso3), parameters, say, model, response);
  }

  @GetMapping({
    "/{country}/basics",
    "/{country}/week",
    "/{country}/holidays",
    "/{country}/institutions",
    "/{country}/agencies",
    "/{country}/rules",
    "/{country}/terms"
  })
  String open(
      @PathVariable String country,
      HttpServletRequest request,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model) {
    Open open = existing(country, request);
    return draw(open, CountryForms.typed(open.part(), open.file()), List.of(), say, model);
  }

  @PostMapping({
    "/{country}/basics",
    "/{country}/week",
    "/{country}/holidays",
    "/{country}/institutions",
    "/{country}/agencies",
    "/{country}/rules",
    "/{country}/terms"
  })
  String post(
      @PathVariable String country,
      HttpServletRequest request,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    return post(existing(country, request), parameters, say, model, response);
  }

  private Open fresh(String iso3) {
    return new Open(desk.administrator(), CountryPart.BASICS, CountryFile.empty(iso3), 0, true);
  }

  private Open existing(String country, HttpServletRequest request) {
    String path = request.getRequestURI();
    CountryPart part =
        CountryPart.of(path.substring(path.lastIndexOf('/') + 1))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Actor actor = desk.mayChange(part);
    CountrySetUp.Current current = desk.open(country, actor);
    return new Open(actor, part, current.file(), current.version(), false);
  }

  private String post(
      Open open,
      Map<String, String> parameters,
      Say say,
      Model model,
      HttpServletResponse response) {
    Map<String, String> typed = Posted.of(parameters).typed();
    CountryEntries entries = new CountryEntries(typed);
    CountryFile wanted = entries.into(open.part(), open.file());
    String step = parameters.getOrDefault(Posted.STEP, "check");
    try {
      if ("change".equals(step)) {
        return draw(open, typed, List.of(), say, model);
      }
      refuseKnown(open);
      if ("send".equals(step)) {
        return "redirect:"
            + desk.store(open.actor(), parameters.get(SendOnce.FIELD), wanted, typed)
            + "?saved";
      }
      CountrySetUp.Preview change = setUp.preview(wanted);
      return change.changed().isEmpty()
          ? "redirect:" + open.back() + "?same"
          : desk.check(change, open.address(), typed, say, model);
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw(open, typed, SendOnce.OTHER_CONTENT, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw(open, typed, entries.placed(refused.errors()), say, model);
    }
  }

  private void refuseKnown(Open open) {
    if (open.fresh() && desk.current(open.file().iso3()).isPresent()) {
      throw InvalidFormException.of("country", "countries.error.known", open.file().iso3());
    }
  }

  private String draw(
      Open open, Map<String, String> typed, List<FieldError> errors, Say say, Model model) {
    FormView form =
        renderer.draw(forms.of(open.part(), open.fresh(), typed, say), typed, errors, say);
    Map<String, String> kept = new LinkedHashMap<>(typed);
    kept.putIfAbsent(CountryDesk.VERSION, Integer.toString(open.version()));
    model.addAttribute(
        "heading", say.text("countries.part." + (open.fresh() ? NEW : open.part().code())));
    model.addAttribute(
        "country",
        open.fresh()
            ? ""
            : open.file().names().getOrDefault(say.locale().getLanguage(), open.file().iso3()));
    model.addAttribute("hint", say.textOr("countries.part." + open.part().code() + ".hint", ""));
    model.addAttribute("action", open.address());
    model.addAttribute("back", open.back());
    model.addAttribute("version", kept.get(CountryDesk.VERSION));
    model.addAttribute("form", form);
    model.addAttribute("rows", rows(form));
    model.addAttribute(
        "single", form.items().stream().filter(item -> place(item) == null).toList());
    return "country-form";
  }

  private static List<List<FormView.Item>> rows(FormView form) {
    Map<String, List<FormView.Item>> rows = new LinkedHashMap<>();
    for (FormView.Item item : form.items()) {
      String place = place(item);
      if (place != null) {
        rows.computeIfAbsent(place, row -> new ArrayList<>()).add(item);
      }
    }
    return List.copyOf(rows.values());
  }

  // own_days.0.day stands in row own_days.0
  private static @Nullable String place(FormView.Item item) {
    String[] words = item.key().split("\\.");
    return words.length == 3 ? words[0] + "." + words[1] : null;
  }
}
