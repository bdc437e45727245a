package vn.lachan.app.messaging;

/**
 * What is to be sent, without what it says.
 *
 * @param owner the module that knows, as its {@link ContentSource} names itself
 * @param template the text, as the message key {@code messaging.template.<template>}
 * @param number the owner's row
 */
public record Reference(String owner, String template, long number) {}
