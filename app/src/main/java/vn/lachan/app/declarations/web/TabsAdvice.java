package vn.lachan.app.declarations.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;

/** Tells the tabs over the officers' pages where the reader may go. */
@ControllerAdvice(basePackageClasses = TabsAdvice.class)
class TabsAdvice {
  @ModelAttribute("maySettlePlaces")
  boolean maySettlePlaces(@Nullable Actor actor) {
    return actor != null && actor.may(Permission.DECLARATIONS_OPEN);
  }
}
