package vn.lachan.app.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.declarations.AnswerFault;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.form.Questionnaire;

/**
 * Keying sheets of a batch. Whoever was given a batch sees its serials and what they type
 * themselves; each method refuses any other batch as {@code paper.refused.no-batch}. PAPER_KEY.
 */
public interface Keying {
  /** Batches that were given to the actor, the latest first. */
  List<BatchRow> mine(Actor actor);

  BatchRow batch(Actor actor, UUID batch);

  /** How many sheets of the batch the actor keyed. */
  int done(Actor actor, UUID batch);

  /**
   * The sheet that was scanned or typed: a serial, or a position where the batch is of one pad.
   *
   * @throws Refusal {@code paper.refused.serial}, {@code paper.refused.not-of-batch}
   */
  Sheet look(Actor actor, UUID batch, String typed);

  /**
   * The next sheet for the actor, in the order of serials after the one given, then from the
   * beginning: what the first keyer read must not be told by the order.
   */
  Optional<Sheet> next(Actor actor, UUID batch, @Nullable String after);

  /**
   * Stores a keying, or says every fault at its field and stores nothing. The same key again
   * changes nothing and answers how the sheet stands.
   *
   * @throws Refusal {@code paper.refused.taken}, {@code paper.refused.void}, {@code
   *     paper.refused.same-keyer}, {@code paper.refused.different}, {@code paper.refused.closed}
   */
  Kept save(Actor actor, UUID batch, Typed typed, Instant now);

  /**
   * What two keyers read differently, opened: an act in the audit record.
   *
   * @throws Refusal {@code paper.refused.not-settler}
   */
  Differences differences(Actor actor, UUID batch, String serial, Instant now);

  /**
   * Decides, and takes the sheet.
   *
   * @param chosen by the key of each field that differs
   * @param others what stands on the sheet, where neither keyer read it
   */
  Kept settle(
      Actor actor,
      UUID batch,
      String serial,
      Map<String, Choice> chosen,
      Map<String, String> others,
      Instant now);

  /** Says of a sheet at hand that it will not be keyed. */
  void declareVoid(Actor actor, UUID batch, String serial, VoidReason reason, Instant now);

  /** The form that is printed on the sheets of a batch. */
  Questionnaire form(Actor actor, UUID batch);

  /** Whom to believe about a field. */
  enum Choice {
    FIRST,
    SECOND,
    /** What whoever decides reads themselves. */
    OTHER,
    /** Nobody can read it; the field stays empty, where it may. */
    UNREADABLE
  }

  /**
   * A sheet as a keyer meets it.
   *
   * @param round 1 or 2: the keying that it waits for
   * @param refused the message key of why it cannot be keyed by the actor; null where it can
   */
  record Sheet(
      String serial,
      String shown,
      int position,
      int round,
      @Nullable String refused,
      boolean photo) {}

  /**
   * A form as it was typed.
   *
   * @param key made with the empty form, so that sending twice is keying once
   * @param fields by the engine's field keys
   * @param day on which the sheet was filled in, as typed
   * @param time at which, as typed; empty where the sheet does not say
   * @param seconds since the first field was touched
   */
  record Typed(
      UUID key,
      String serial,
      Map<String, List<String>> fields,
      String day,
      String time,
      int seconds) {
    @Override
    public String toString() {
      return "Typed[" + serial + "]";
    }
  }

  /**
   * What became of a keying.
   *
   * @param state of the sheet; null where there are faults and nothing was stored
   * @param writtenFault the message key of what is wrong with day or time
   * @param differing how many fields differ, where two keyings do
   * @param settles whether the actor may settle that
   */
  record Kept(
      @Nullable SheetState state,
      List<AnswerFault> faults,
      @Nullable String writtenFault,
      int differing,
      boolean settles) {
    public boolean stored() {
      return state != null;
    }
  }

  /** Two keyings of a sheet where they differ, with the name that each read. */
  record Differences(
      String serial, String shown, String firstName, String secondName, List<Difference> fields) {
    @Override
    public String toString() {
      return "Differences[" + serial + "]";
    }
  }

  /** A field that was read in two ways; empty where it was left empty. */
  record Difference(String key, String linkId, List<String> first, List<String> second) {
    @Override
    public String toString() {
      return "Difference[" + key + "]";
    }
  }
}
