package vn.lachan.app.messaging.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
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

  HandsetPage(Messages messages, MessagingSettings settings, ProgramSettings program) {
    this.messages = messages;
    this.settings = settings;
    this.program = program;
  }

  @Open("exists in a drill only and shows the simulated phone of the drill")
  @GetMapping("/messaging/handset")
  String handset(Model model) {
    if (!program.drill()) {
      throw Refusal.notFound("messaging.refused.no-drill");
    }
    List<HandsetMessage> latest = messages.handset(settings.handsetMessages());
    model.addAttribute("messages", latest);
    model.addAttribute("minutes", settings.handsetMinutes());
    return "messaging/handset";
  }
}
