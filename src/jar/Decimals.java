import static org.objectweb.asm.Opcodes.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Has Jackson's parser make the four {@code BigDecimal}s that it compares large numbers with when
 * it meets one: Java 25 works out powers of five, for 15 ms, when it meets its first, and the
 * parser holds them from the start.
 */
final class Decimals {
  private static final String DECIMAL = "java/math/BigDecimal";
  private static final String WHOLE = "java/math/BigInteger";

  public static void main(String[] folders) throws IOException {
    int moved = 0;
    try (Stream<Path> files = Files.walk(Path.of(folders[0], "com/fasterxml/jackson"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".class")).toList()) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(node, 0);
        int found = node.methods.stream().mapToInt(Decimals::move).sum();
        if (found > 0) {
          node.fields.removeIf(field -> isHeld(field.name, field.desc));
          ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
          node.accept(out);
          Files.write(file, out.toByteArray());
        }
        moved += found;
      }
    }
    if (moved == 0) {
      throw new IllegalStateException("Jackson holds no BigDecimal any more: leave this out");
    }
  }

  private static boolean isHeld(String name, String descriptor) {
    return name.startsWith("BD_") && descriptor.equals("L" + DECIMAL + ";");
  }

  /** Returns how often they were made or used. */
  private static int move(MethodNode method) {
    int found = 0;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      if (instruction instanceof FieldInsnNode field && isHeld(field.name, field.desc)) {
        found++;
        if (field.getOpcode() == GETSTATIC) {
          method.instructions.insert(field, made(field));
          method.instructions.remove(field);
        } else {
          remove(method, field);
        }
      }
    }
    return found;
  }

  private static InsnList made(FieldInsnNode field) {
    InsnList code = new InsnList();
    String whole = field.name.replace("BD_", "BI_");
    code.add(new TypeInsnNode(NEW, DECIMAL));
    code.add(new InsnNode(DUP));
    code.add(new FieldInsnNode(GETSTATIC, field.owner, whole, "L" + WHOLE + ";"));
    code.add(new MethodInsnNode(INVOKESPECIAL, DECIMAL, "<init>", "(L" + WHOLE + ";)V", false));
    return code;
  }

  /** With all that made it. */
  private static void remove(MethodNode method, FieldInsnNode field) {
    AbstractInsnNode last = field;
    for (int opcode : List.of(PUTSTATIC, INVOKESPECIAL, GETSTATIC, DUP, NEW)) {
      if (last.getOpcode() != opcode) {
        throw new IllegalStateException("Jackson makes " + field.name + " in another way");
      }
      AbstractInsnNode before = last.getPrevious();
      while (before != null && before.getOpcode() < 0) {
        before = before.getPrevious(); // a line number
      }
      method.instructions.remove(last);
      last = before;
    }
  }
}
