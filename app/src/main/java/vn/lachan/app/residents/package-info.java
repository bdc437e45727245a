/**
 * The resident's app: a phone proved by a one-time code, the people it answers for, their codes,
 * check-ins, declarations, notices and data. An account knows what was typed in it and what was
 * done through it; nothing stored of a person's record is shown or confirmed to whoever typed a
 * name.
 *
 * <p>Owns the schema {@code residents}: account, device, member, hand_over, hand_over_try, notice,
 * notice_reading, data_request, own_code, passkey, passkey_challenge, push_subscription, push.
 * Hears {@link vn.lachan.app.messaging.NoticePosted} and {@link
 * vn.lachan.app.people.PersonDestroyed}; publishes no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Residents",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "messaging",
      "access",
      "places",
      "people",
      "visits",
      "declarations",
      "declarations::web",
      "tracing",
      "casework",
      "privacy",
      "privacy::web"
    })
package vn.lachan.app.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
