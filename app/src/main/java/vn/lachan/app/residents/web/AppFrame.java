package vn.lachan.app.residents.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the frame of residents' pages that a page belongs to the app. */
@ControllerAdvice(basePackageClasses = AppFrame.class)
class AppFrame {
  @ModelAttribute("app")
  boolean app() {
    return true;
  }
}
