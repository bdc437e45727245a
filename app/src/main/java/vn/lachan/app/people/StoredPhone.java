package vn.lachan.app.people;

/**
 * A phone inside a sealed identity; its state stands in the table {@code phone} under this slot.
 *
 * @param digits such as 84912345678
 */
record StoredPhone(int slot, String digits) {}
