package vn.lachan.scanner.build;

import com.google.zxing.common.CharacterSetECI;
import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.instructions.StringConstantInstruction;

/**
 * Calls the alphabets of ZXing in the browser by the names that TeaVM knows: else a code that says
 * it is written in UTF-8, as many encoders mark theirs, would not be read.
 */
public final class KnownCharacterSets implements ClassHolderTransformer {
  private static final MethodDescriptor BEGINNING = new MethodDescriptor("<clinit>", void.class);
  private static final Map<String, String> NAMES =
      Map.of("UTF8", "UTF-8", "ASCII", "US-ASCII", "ISO8859_1", "ISO-8859-1");

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    MethodHolder beginning = type.getMethod(BEGINNING);
    if (type.getName().equals(CharacterSetECI.class.getName()) && beginning != null) {
      for (BasicBlock block : beginning.getProgram().getBasicBlocks()) {
        for (Instruction instruction : block) {
          rename(instruction);
        }
      }
    }
  }

  private static void rename(Instruction instruction) {
    if (instruction instanceof StringConstantInstruction text) {
      text.setConstant(NAMES.getOrDefault(text.getConstant(), text.getConstant()));
    }
  }
}
