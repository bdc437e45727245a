package vn.lachan.app.messaging;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a message: its template in the receiver's language with its values put in. */
@Component
class Texts {
  private final MessageSource messages;

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  String of(Reference reference, Outgoing outgoing) {
    String text =
        messages.getMessage(
            "messaging.template." + reference.template(), null, outgoing.language());
    for (Map.Entry<String, String> value : outgoing.values().entrySet()) {
      text = text.replace("[" + value.getKey() + "]", value.getValue());
    }
    return text;
  }
}
