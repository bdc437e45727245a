package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Questionnaire.item with the invariants that FHIR R4 sets on it (que-1 to que-13). */
final class ItemReader {
  private static final Set<String> IGNORED = Set.of("id", "definition", "code");

  private final ValueSets valueSets;
  private final Set<String> linkIds = new HashSet<>();
  private int items;
  private int options;
  private int conditions;

  ItemReader(ValueSets valueSets) {
    this.valueSets = valueSets;
  }

  List<Item> read(List<Source> sources, int depth) {
    List<Item> read = new ArrayList<>();
    for (Source source : sources) {
      if (++items > FormLimits.ITEMS || depth > FormLimits.ITEM_DEPTH) {
        source.refuse(FormRefusalCode.ITEMS_TOO_MANY);
        return read;
      }
      Item item = read(source, depth);
      if (item != null) {
        read.add(item);
      }
    }
    return List.copyOf(read);
  }

  private @Nullable Item read(Source source, int depth) {
    String linkId = readLinkId(source);
    ItemType type = readType(source);
    Marks marks = new Marks(source);
    Item.Enabling enabling = readEnabling(source);
    List<Option> offered = readOptions(source, type);
    List<Value> initial = readInitial(source, type, offered);
    List<Item> inner = read(source.objects("item"), depth + 1);
    LocalText text = LocalTextReader.read(source, "text");
    LocalText prefix = LocalTextReader.read(source, "prefix");
    boolean required = source.flag("required");
    boolean repeats = source.flag("repeats");
    boolean readOnly = source.flag("readOnly");
    Integer maxLength = source.whole("maxLength");
    source.ignore(IGNORED);
    source.finish(Set.of());
    if (type == null) {
      return null;
    }
    checkKind(source, type);
    if (marks.sum != null && type != ItemType.INTEGER && type != ItemType.DECIMAL) {
      source.refuse(FormRefusalCode.EXPRESSION_UNSUPPORTED);
    }
    return new Item(
        linkId,
        prefix.plain().isEmpty() ? null : prefix.plain(),
        text,
        type,
        required,
        repeats,
        readOnly,
        marks.hidden,
        marks.control,
        marks.bounds(maxLength, type),
        enabling,
        offered,
        initial,
        marks.sum,
        inner);
  }

  private String readLinkId(Source source) {
    String linkId = source.requiredText("linkId");
    if (linkId.length() > FormLimits.LINK_ID_CHARACTERS) {
      source.refuseMember("linkId", FormRefusalCode.ELEMENT_MALFORMED, "");
    }
    if (!linkId.isEmpty() && !linkIds.add(linkId)) {
      source.refuseMember("linkId", FormRefusalCode.LINK_ID_TWICE, linkId);
    }
    return linkId;
  }

  private static @Nullable ItemType readType(Source source) {
    String code = source.requiredText("type");
    ItemType type = ItemType.of(code);
    if (type == null && !code.isEmpty()) {
      Set<String> others = Set.of("url", "attachment", "reference");
      FormRefusalCode why =
          others.contains(code)
              ? FormRefusalCode.TYPE_UNSUPPORTED
              : FormRefusalCode.ELEMENT_MALFORMED;
      source.refuseMember("type", why, code);
    }
    return type;
  }

  private Item.Enabling readEnabling(Source source) {
    List<Condition> read = new ArrayList<>();
    List<Source> sources = source.objects("enableWhen");
    for (Source each : sources) {
      if (++conditions > FormLimits.CONDITIONS) {
        each.refuse(FormRefusalCode.CONDITIONS_TOO_MANY);
        break;
      }
      Condition condition = ConditionReader.read(each, "question");
      if (condition != null) {
        read.add(condition);
      }
    }
    String behavior = source.text("enableBehavior");
    if (behavior != null && !behavior.equals("all") && !behavior.equals("any")) {
      source.refuseMember("enableBehavior", FormRefusalCode.ELEMENT_MALFORMED, behavior);
    }
    if (behavior == null && sources.size() > 1) {
      source.refuse(FormRefusalCode.BEHAVIOR_MISSING);
    }
    return new Item.Enabling(List.copyOf(read), "any".equals(behavior));
  }

  private List<Option> readOptions(Source source, @Nullable ItemType type) {
    List<Option> offered = OptionReader.read(source.objects("answerOption"));
    String address = source.text("answerValueSet");
    if (source.has("answerOption") && address != null) {
      source.refuse(FormRefusalCode.OPTIONS_TWICE);
    }
    if (address != null) {
      List<Option> found = valueSets.options(address);
      if (found == null) {
        source.refuseMember("answerValueSet", FormRefusalCode.VALUE_SET_UNKNOWN, address);
      }
      offered = found == null ? offered : found;
    }
    boolean any = source.has("answerOption") || address != null;
    if (any && type != null && !type.isChoice()) {
      source.refuse(FormRefusalCode.OPTIONS_OF_NO_CHOICE);
    }
    if (!any && type != null && type.isChoice()) {
      source.refuse(FormRefusalCode.OPTIONS_MISSING);
    }
    options += offered.size();
    if (offered.size() > FormLimits.OPTIONS || options > FormLimits.OPTIONS_IN_ALL) {
      source.refuse(FormRefusalCode.OPTIONS_TOO_MANY);
    }
    return List.copyOf(offered);
  }

  private static List<Value> readInitial(
      Source source, @Nullable ItemType type, List<Option> offered) {
    List<Value> initial = new ArrayList<>();
    List<Source> sources = source.objects("initial");
    for (Source each : sources) {
      Value value = ValueReader.read(each, "value");
      each.ignore(Set.of("id"));
      each.finish(Set.of("extension"));
      if (value != null && type != null && type.isQuestion() && !type.takes(value)) {
        each.refuse(FormRefusalCode.VALUE_OF_WRONG_TYPE);
      } else if (value != null) {
        initial.add(value);
      }
    }
    if (!sources.isEmpty() && source.has("answerOption")) {
      source.refuse(FormRefusalCode.INITIAL_BESIDE_OPTIONS);
    }
    if (!sources.isEmpty() && type == ItemType.GROUP) {
      source.refuse(FormRefusalCode.INITIAL_OF_GROUP);
    }
    for (Option option : offered) {
      if (option.selected()) {
        initial.add(option.value());
      }
    }
    if (initial.size() > 1 && !source.flag("repeats")) {
      source.refuse(FormRefusalCode.INITIAL_TOO_MANY);
    }
    return List.copyOf(initial);
  }

  private static void checkKind(Source source, ItemType type) {
    if (type == ItemType.GROUP && !source.has("item")) {
      source.refuse(FormRefusalCode.GROUP_EMPTY);
    }
    if (type == ItemType.DISPLAY) {
      if (source.has("item")) {
        source.refuse(FormRefusalCode.DISPLAY_HAS_ITEMS);
      }
      for (String part : List.of("required", "repeats", "readOnly", "code", "initial")) {
        if (source.has(part)) {
          source.refuseMember(part, FormRefusalCode.DISPLAY_HAS_QUESTION_PARTS, "");
        }
      }
    }
    if (source.has("maxLength") && !type.hasLength()) {
      source.refuseMember("maxLength", FormRefusalCode.MAX_LENGTH_OF_WRONG_TYPE, "");
    }
  }
}
