package vn.lachan.app.messaging.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.DrillPhones;
import vn.lachan.app.messaging.HandsetMessage;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.messaging.MessagingSettings;
import vn.lachan.app.program.ProgramSettings;

/** The drill's handset. */
@Controller
class HandsetPage {
  private final Messages messages;
  private final MessagingSettings settings;
  private final ProgramSettings program;
  private final ObjectProvider<DrillPhones> phones;

  HandsetPage(
      Messages messages,
      MessagingSettings settings,
      ProgramSettings program,
      ObjectProvider<DrillPhones> phones) {
    this.messages = messages;
    this.settings = settings;
    this.program = program;
    this.phones = phones;
  }

  @Open("exists in a drill only and shows the simulated phone of the drill")
  @GetMapping("/messaging/handset")
  String handset(Model model) {
    if (!program.drill()) {
      throw Refusal.notFound("messaging.refused.no-drill");
    }
    List<HandsetMessage> latest = messages.handset(settings.handsetMessages());
    model.addAttribute("messages", latest);
    model.addAttribute(
        "phones", phones.orderedStream().flatMap(one -> one.phones().stream()).toList());
    model.addAttribute("minutes", settings.handsetMinutes());
    return "messaging/handset";
  }
}
