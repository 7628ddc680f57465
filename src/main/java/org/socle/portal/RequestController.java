package org.socle.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.tracking.Actor;
import org.socle.tracking.AlreadySentException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.Forms;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The request for support of a government's focal point: enter, check, send. */
@Controller
@RequestMapping("/request")
class RequestController {

  private static final String COUNTRY = "country";
  private static final String PROCESS = "national-process";

  private final SignedIn signedIn;
  private final Forms forms;
  private final FormRenderer renderer;
  private final NationalProcessFlow flow;
  private final RequestDesk desk;
  private final SendOnce once;

  RequestController(
      SignedIn signedIn,
      Forms forms,
      FormRenderer renderer,
      NationalProcessFlow flow,
      RequestDesk desk,
      SendOnce once) {
    this.signedIn = signedIn;
    this.forms = forms;
    this.renderer = renderer;
    this.flow = flow;
    this.desk = desk;
    this.once = once;
  }

  @GetMapping
  String open(@ModelAttribute(name = "say", binding = false) Say say, Model model) {
    Actor actor = signedIn.require(SignedIn.FOCAL_POINT);
    String only = actor.countries().size() == 1 ? actor.countries().iterator().next() : "";
    return draw("form-page", actor, Map.of(COUNTRY, only), List.of(), say, model);
  }

  @PostMapping
  String post(
      @RequestParam(name = Posted.STEP, defaultValue = "check") String step,
      @RequestParam(name = SendOnce.FIELD, required = false) @Nullable String drawn,
      @RequestParam Map<String, String> parameters,
      @ModelAttribute(name = "say", binding = false) Say say,
      Model model,
      HttpServletResponse response) {
    Actor actor = signedIn.require(SignedIn.FOCAL_POINT);
    Map<String, String> typed = Posted.of(parameters).typed();
    try {
      if ("send".equals(step)) {
        return "redirect:/request/" + send(drawn, actor, typed) + "/sent";
      }
      return step(step, actor, typed, say, model);
    } catch (AlreadySentException sent) {
      response.setStatus(HttpStatus.CONFLICT.value());
      List<FieldError> again =
          List.of(new FieldError("", "error.sent-already", List.of(reference(sent, actor))));
      return draw("form-page", actor, typed, again, say, model);
    } catch (InvalidFormException refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return draw("form-page", actor, typed, refused.errors(), say, model);
    } catch (ConcurrencyFailureException cameSecond) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return draw("form-page", actor, typed, CameSecondAdvice.ERRORS, say, model);
    }
  }

  private String step(String step, Actor actor, Map<String, String> typed, Say say, Model model) {
    if ("change".equals(step)) {
      return draw("form-page", actor, typed, List.of(), say, model);
    }
    requireCountry(typed);
    desk.check(values(typed), actor);
    model.addAttribute("typed", typed);
    return draw("form-check", actor, typed, List.of(), say, model);
  }

  private String send(@Nullable String drawn, Actor actor, Map<String, String> typed) {
    Map<String, Object> values = values(typed);
    return once.sendForm(actor, drawn, "/request", values, () -> flow.submitRequest(values, actor));
  }

  private String reference(AlreadySentException sent, Actor actor) {
    return desk.sent(sent.result(), actor).reference();
  }

  private Map<String, Object> values(Map<String, String> typed) {
    return new Posted(typed).values(forms.ofStart(PROCESS));
  }

  // Without a country nothing can be checked: what else is missing is named together with it.
  private void requireCountry(Map<String, String> typed) {
    if (!typed.getOrDefault(COUNTRY, "").isEmpty()) {
      return;
    }
    throw new InvalidFormException(
        forms.ofStart(PROCESS).fields().stream()
            .filter(field -> field.required() && typed.getOrDefault(field.key(), "").isEmpty())
            .map(RequestController::missing)
            .toList());
  }

  private static FieldError missing(Field field) {
    String key = COUNTRY.equals(field.key()) ? "error.country-missing" : "error.required";
    return new FieldError(field.key(), key, List.of());
  }

  @GetMapping("/{caseId}/sent")
  String sent(@PathVariable String caseId, Model model) {
    model.addAttribute("row", desk.sent(caseId, signedIn.require(SignedIn.FOCAL_POINT)));
    return "request-sent";
  }

  private String draw(
      String page,
      Actor actor,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say,
      Model model) {
    model.addAttribute("heading", say.text("portal.request.title"));
    model.addAttribute("intro", say.text("portal.request.intro"));
    model.addAttribute("action", "/request");
    model.addAttribute(
        "form", renderer.draw(ofCountries(forms.ofStart(PROCESS), actor, say), typed, errors, say));
    return page;
  }

  // The form offers every country; the reader may ask for their own only.
  private FormSchema ofCountries(FormSchema form, Actor actor, Say say) {
    List<Option> countries = desk.countries(actor, say);
    return new FormSchema(
        form.id(),
        form.fields().stream()
            .map(field -> COUNTRY.equals(field.key()) ? with(field, countries) : field)
            .toList());
  }

  private static Field with(Field field, List<Option> options) {
    return new Field(
        field.type(),
        field.key(),
        field.componentId(),
        field.label(),
        field.description(),
        field.required(),
        field.maxLength(),
        field.min(),
        field.max(),
        options);
  }
}
